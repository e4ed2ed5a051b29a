//! How a share is written, and what a text that is none was probably meant to say.

use super::share::{DECIMALS, LARGEST, ONE};
use super::{Refused, Share, ShareFault};

impl Share {
    /// Reads a decimal from 0 to 10 with at most six digits after the point.
    ///
    /// # Errors
    /// Says what to write instead.
    pub fn parse(text: &str) -> Result<Self, Refused> {
        let refused = |fault| Err(Refused::Share { found: text.to_owned(), fault });
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if let Some(rest) = text.strip_prefix('-')
            && rest.starts_with(|c: char| c.is_ascii_digit() || c == '.')
        {
            return refused(ShareFault::Negative);
        }
        if !digits(whole) || !digits(fraction) || whole.len() + fraction.len() == 0 {
            return refused(match Self::meant(text) {
                Some(share) => ShareFault::Meant(share),
                None => ShareFault::NoNumber,
            });
        }
        if fraction.len() > DECIMALS {
            return refused(ShareFault::TooFine);
        }
        let whole = if whole.is_empty() { Some(0) } else { whole.parse::<i64>().ok() };
        let fraction = format!("{fraction:0<DECIMALS$}").parse::<i64>().expect("six digits");
        match whole.and_then(|whole| whole.checked_mul(ONE)?.checked_add(fraction)) {
            Some(value) if value <= LARGEST => Ok(Self(value)),
            _ => refused(ShareFault::TooLarge),
        }
    }

    /// What a per cent or a decimal comma was meant to say.
    fn meant(text: &str) -> Option<Self> {
        match (text.strip_suffix('%'), text.matches(',').count()) {
            (Some(percent), _) => {
                let percent: i64 = percent.trim().parse().ok()?;
                (0..=1000).contains(&percent).then(|| Self::thousandths(percent * 10))
            }
            (None, 1) => Self::parse(&text.replace(',', ".")).ok(),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Share;

    #[test]
    fn what_is_no_share_is_refused() {
        for text in [
            "-0.1",
            "",
            ".",
            "1e3",
            ".inf",
            ".nan",
            "80",
            "10.000001",
            "0.1234567",
            "0,5",
            "half",
            "9999999999999999999999",
        ] {
            assert!(Share::parse(text).is_err(), "{text}");
        }
    }
}
