# One release of Debian for both, so that the program finds the C library that it was built with.
FROM rust:1-slim-trixie AS build
WORKDIR /source
COPY . .
RUN cargo install --locked --path . --root /usr/local

FROM debian:trixie-slim
# Charts at a revision are read through git. What is mounted belongs to another user than the one in here, and git
# would refuse it; rightseat runs nothing that a repository configures (docs/git.md).
RUN apt-get update && apt-get install --yes --no-install-recommends git && rm -rf /var/lib/apt/lists/* \
    && git config --system --add safe.directory '*'
COPY --from=build /usr/local/bin/rightseat /usr/local/bin/rightseat
USER nobody
WORKDIR /charts
# For CI systems that run a shell in the image, there is no entry point: name the program.
CMD ["rightseat", "--help"]
