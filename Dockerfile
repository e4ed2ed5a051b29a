# The image of a release holds the program of the archive, which is in `archives/`:
#
#   docker build --tag rightseat .
#
# From a clone, built here:
#
#   docker build --tag rightseat --build-arg FROM_SOURCE=1 .
ARG FROM_SOURCE=0

FROM debian:trixie-slim AS program-0
ARG TARGETARCH
COPY archives/rightseat-*-unknown-linux-gnu.tar.gz /archives/
RUN case "$TARGETARCH" in amd64) machine=x86_64 ;; arm64) machine=aarch64 ;; *) exit 1 ;; esac \
    && mkdir /program \
    && tar --extract --gzip --strip-components=1 --directory=/program \
           --file="$(echo /archives/rightseat-*-"$machine"-unknown-linux-gnu.tar.gz)"

# The same release of Debian as below, so that the program finds the C library that it was built with.
FROM rust:1-slim-trixie AS program-1
WORKDIR /source
COPY . .
RUN cargo install --locked --path . --root /build \
    && mkdir /program \
    && cp /build/bin/rightseat LICENSE-MIT THIRD-PARTY.txt /program/ \
    && cp assets/fonts/OFL.txt /program/LICENSE-OFL-Inter.txt

FROM program-${FROM_SOURCE} AS program

FROM debian:trixie-slim
# Charts at a revision are read through git. The mounted folder belongs to another user than the one in here, and git
# would refuse it; rightseat runs nothing that a repository configures (docs/git.md).
RUN apt-get update && apt-get install --yes --no-install-recommends git && rm -rf /var/lib/apt/lists/* \
    && git config --system --add safe.directory '*'
COPY --from=program /program/rightseat /usr/local/bin/rightseat
COPY --from=program /program/LICENSE-MIT /program/LICENSE-OFL-Inter.txt /program/THIRD-PARTY.txt /usr/share/doc/rightseat/
USER nobody
WORKDIR /charts
# For CI systems that run a shell in the image, there is no entry point: name the program.
CMD ["rightseat", "--help"]
