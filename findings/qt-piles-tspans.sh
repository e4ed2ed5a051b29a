#!/usr/bin/env bash
# Qt's SVG (PySide6-Essentials 6.12.0, PyPI) draws both lines of a `text` whose `tspan`s have places of their own (`x`
# and `y`, as every drawing program writes wrapped text) on one spot, without a warning: the places are ignored, even
# where the `text` has none. Two `text` elements are drawn where they belong.
#
# Seen, ink in the row of the first and of the second line, of two tspans:         False False
#                                                          of two text elements:   True True
#
# Needs python3 with venv (Debian: python3-venv, libegl1, libgl1, libxkbcommon0, libdbus-1-3, libfontconfig1, fonts-dejavu-core).
set -euo pipefail
command -v python3 > /dev/null || { echo "this needs python3" >&2; exit 1; }
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
python3 -m venv "$home/venv"
"$home/venv/bin/pip" install --quiet --disable-pip-version-check PySide6-Essentials==6.12.0
cat > "$home/draw.py" << 'END'
import os
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

application = QGuiApplication([])
FRAME = '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="120">%s</svg>'
TSPANS = '<text font-size="20"><tspan x="20" y="50">One</tspan><tspan x="20" y="100">Two</tspan></text>'
TEXTS = '<text font-size="20" x="20" y="50">One</text><text font-size="20" x="20" y="100">Two</text>'
for marks in (TSPANS, TEXTS):
    image = QImage(200, 120, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    QSvgRenderer(QByteArray((FRAME % marks).encode())).render(painter)
    painter.end()
    def has_ink(baseline):
        return any(image.pixel(x, y) != 0xFFFFFFFF for y in range(baseline - 16, baseline) for x in range(200))
    print(has_ink(50), has_ink(100))
END
seen=$("$home/venv/bin/python" "$home/draw.py")
printf '%s\n' "$seen"
[ "$seen" = $'False False\nTrue True' ]
