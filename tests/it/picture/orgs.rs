//! Made-up organisations, and how to look into their pictures.

use arbtest::arbitrary::{Result, Unstructured};
use rightseat::layout::{Accenting, Area, Arrangement, GroupKind, Levels, Mark, Options, Page, Scene, Segment};
use rightseat::picture::{Badge, Card, Changed, Continuation, Fate, Holder, Picture};

/// A plain card.
pub(crate) fn card(id: &str, parent: Option<usize>) -> Card {
    Card {
        id: id.to_owned(),
        title: format!("Head of {id}"),
        holder: Holder::Owner("Ana Ruiz".to_owned()),
        parent,
        ..Card::default()
    }
}

/// A picture of these cards without words around them.
pub(crate) fn picture(cards: Vec<Card>) -> Picture {
    Picture { cards, ..Picture::default() }
}

/// Words that have gone wrong in pictures before, and harmless ones.
pub(crate) const WORDS: &[&str] = &[
    "",
    "Sales",
    "Head of Customer Success and Support, Europe and Middle East",
    "]]> <script>alert(\"1\")</script> & 'x'",
    "NUL\0 ESC\u{1b}[31m \u{FFFE}\u{FFFF}\u{202E}gnirts",
    "ראש מחלקת מכירות",
    "رئيس قسم المبيعات والتسويق",
    "👩\u{200D}👩\u{200D}👧\u{200D}👦👍🏽🏴\u{E0067}\u{E0062}\u{E007F}🇩🇪🇩🇪🇩🇪🇩🇪🇩🇪🇩🇪🇩🇪🇩🇪🇩🇪🇩🇪",
    "営業部長兼最高顧客責任者および地域統括責任者",
    "Verantwortungs\u{AD}bereichs\u{AD}leiterin\u{AD} für Informationssicherheitsbeauftragte",
    "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301} Zalgo",
    "  spaces \t and\nlines\u{2028}",
    "\u{200B}\u{200B}\u{200B}\u{FEFF}\u{2060}",
    "no\u{A0}break\u{A0}spaces\u{A0}between\u{A0}these\u{A0}many\u{A0}words",
];

/// Any word of the list, or one of up to 500 letters.
pub(crate) fn words(u: &mut Unstructured<'_>) -> Result<String> {
    if u.ratio(1, 20)? {
        return Ok(u.choose(&["W", "i", "é", "漢", "👍", "\u{301}", "-"])?.repeat(u.int_in_range(1..=500)?));
    }
    Ok((*u.choose(WORDS)?).to_owned())
}

/// Any forest of up to `most` seats with any words.
pub(crate) fn forest(u: &mut Unstructured<'_>, most: usize) -> Result<Picture> {
    let count = u.int_in_range(1..=most)?;
    let mut cards = Vec::with_capacity(count);
    for seat in 0..count {
        let parent = if seat == 0 || u.ratio(1, 12)? { None } else { Some(u.int_in_range(0..=seat - 1)?) };
        let holder = match u.int_in_range(0..=5)? {
            0 => Holder::Vacant,
            1 => Holder::Interim(words(u)?),
            2 => Holder::Several(vec![words(u)?, words(u)?]),
            _ => Holder::Owner("Ana Ruiz".to_owned()),
        };
        let mut responsibilities = Vec::new();
        for _ in 0..u.int_in_range(0..=6)? {
            responsibilities.push(words(u)?);
        }
        let function = if u.ratio(1, 2)? { Some(words(u)?) } else { None };
        let (mut badges, mut metrics) = (Vec::new(), Vec::new());
        if u.ratio(1, 4)? {
            badges = vec![
                Badge::Load { percent: 117, of_all: None, is_over: true },
                Badge::Members(3),
                Badge::Findings { count: 12, severe: u.ratio(1, 2)? },
            ];
            metrics = vec![words(u)?];
        }
        let continuation =
            if u.ratio(1, 10)? { Some(Continuation::Below { seats: 168, page: Some(18) }) } else { None };
        let (id, title, assistant, anonymous) = (words(u)?, words(u)?, u.ratio(1, 8)?, u.ratio(1, 10)?);
        let card =
            Card { id, title, holder, responsibilities, function, parent, assistant, anonymous, ..Card::default() };
        let card = Card { initials: card.holder.initials().filter(|_| !anonymous), ..card };
        let changed = if u.ratio(1, 4)? { Some(changed(u)?) } else { None };
        let dotted = if u.ratio(1, 12)? { vec![u.int_in_range(0..=count + 1)?] } else { Vec::new() };
        let elsewhere = if u.ratio(1, 12)? { vec![words(u)?] } else { Vec::new() };
        let is_faded = changed.is_none() && u.ratio(1, 4)?;
        cards.push(Card { is_faded, badges, metrics, continuation, changed, dotted, elsewhere, ..card });
    }
    let number = if u.ratio(1, 3)? { Some((3, 12)) } else { None };
    Ok(Picture { title: words(u)?, subtitle: words(u)?, number, cards, ..Picture::default() })
}

fn changed(u: &mut Unstructured<'_>) -> Result<Changed> {
    let fate = *u.choose(&[Fate::Kept, Fate::Added, Fate::Removed])?;
    let moved_from = if u.ratio(1, 2)? { Some(words(u)?) } else { None };
    let former_holder = if u.ratio(1, 2)? { Some(words(u)?) } else { None };
    let former_title = if u.ratio(1, 4)? { Some(words(u)?) } else { None };
    let mut exchanged = [Vec::new(), Vec::new()];
    for side in &mut exchanged {
        for _ in 0..u.int_in_range(0..=2)? {
            side.push(words(u)?);
        }
    }
    let [gained, lost] = exchanged;
    let is_vacated = former_holder.is_some() && u.ratio(1, 4)?;
    let is_otherwise = u.ratio(1, 8)?;
    Ok(Changed { fate, moved_from, former_title, former_holder, is_vacated, gained, lost, is_otherwise })
}

/// Every way to lay out a picture, on a page of any proportions and on none.
pub(crate) fn options(u: &mut Unstructured<'_>) -> Result<Options> {
    let arrangement = *u.choose(&[
        Arrangement::Fit,
        Arrangement::Fit,
        Arrangement::Tidy(Levels::Aligned),
        Arrangement::Tidy(Levels::Hanging),
        Arrangement::Column,
    ])?;
    let page = *u.choose(&["16:9", "4:3", "a4", "a4-landscape", "200x200", "200x3000", "3000x300", "none"])?;
    let accenting = Accenting { by_pattern: u.ratio(1, 3)?, own: vec!["Sales".to_owned()], ..Accenting::default() };
    let teams = *u.choose(&[None, Some(true), Some(false)])?;
    Ok(Options { arrangement, page: Page::parse(page).ok(), accenting, teams, ..Options::default() })
}

/// The boxes in the order of the cards.
pub(crate) fn boxes(scene: &Scene) -> Vec<Area> {
    let area = |kind: &GroupKind| match kind {
        GroupKind::Seat { area, .. } => Some(*area),
        _ => None,
    };
    scene.groups.iter().filter_map(|group| area(&group.kind)).collect()
}

/// All lines between seats.
pub(crate) fn lines(scene: &Scene) -> Vec<Segment> {
    let marks = scene.groups.iter().flat_map(|group| &group.marks);
    let segments = |mark: &Mark| match mark {
        Mark::Lines(segments) | Mark::Dotted(_, segments) => segments.clone(),
        _ => Vec::new(),
    };
    marks.flat_map(segments).collect()
}

/// The children of each card, in order; the roots at the end.
pub(crate) fn families(cards: &[Card]) -> Vec<Vec<usize>> {
    let mut families = vec![Vec::new(); cards.len() + 1];
    for (seat, card) in cards.iter().enumerate() {
        families[card.parent.unwrap_or(cards.len())].push(seat);
    }
    families
}
