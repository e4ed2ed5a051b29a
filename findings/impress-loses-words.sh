#!/usr/bin/env bash
# LibreOffice Impress 7.4.7 (Debian 12) shows no words in a shape with its own geometry (`a:custGeom`) whose room for
# words (`a:rect`) is given in numbers, though numbers are what the standard's type for it (ST_AdjCoordinate) begins
# with: the words are there in the file, and on no page. Named by guides (`l t r b`) the same rectangle holds them, broken
# into lines. python-pptx 1.0.2 reads the words of both, so nothing tells whoever writes the file.
#
# Seen, words on the page of two shapes of twenty words each, by `l t r b` and by the same edges in numbers: 20 and 0.
#
# Needs soffice and pdftotext (Debian: libreoffice-impress, poppler-utils) and python3 with venv.
set -euo pipefail
for program in soffice pdftotext python3; do
  command -v "$program" > /dev/null || { echo "this needs $program" >&2; exit 1; }
done
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
cd "$home"
python3 -m venv python
python/bin/pip install --quiet --disable-pip-version-check python-pptx==1.0.2 lxml==6.1.3
cat > deck.py << 'END'
import sys
from lxml import etree
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.util import Emu, Pt

SIDE = 2000000
MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
steps = "".join(f'<a:lnTo><a:pt x="{x}" y="{y}"/></a:lnTo>' for x, y in [(SIDE, 0), (SIDE, SIDE), (0, SIDE)])
name, rect = sys.argv[1:]
deck = Presentation()
shape = deck.slides.add_slide(deck.slide_layouts[6]).shapes.add_shape(1, Emu(500000), Emu(500000), Emu(SIDE), Emu(SIDE))
geometry = etree.fromstring(
    f'<a:custGeom xmlns:a="{MAIN}"><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect {rect}/><a:pathLst>'
    f'<a:path w="{SIDE}" h="{SIDE}"><a:moveTo><a:pt x="0" y="0"/></a:moveTo>{steps}<a:close/></a:path>'
    "</a:pathLst></a:custGeom>"
)
properties = shape._element.spPr
properties.replace(properties.find(qn("a:prstGeom")), geometry)
shape.text_frame.word_wrap = True
shape.text_frame.text = " ".join(["word"] * 20)
shape.text_frame.paragraphs[0].runs[0].font.size = Pt(14)
deck.save(f"{name}.pptx")
assert Presentation(f"{name}.pptx").slides[0].shapes[0].text_frame.text.count("word") == 20
END
python/bin/python deck.py named 'l="l" t="t" r="r" b="b"'
python/bin/python deck.py numbers 'l="0" t="0" r="2000000" b="2000000"'
seen=""
for name in named numbers; do
  soffice -env:UserInstallation="file://$home/profile" --headless --convert-to pdf "$name.pptx" > log 2>&1
  seen="$seen$name $(pdftotext "$name.pdf" - | { grep -o word || true; } | wc -l) "
done
printf '%s\n' "$seen"
[ "$seen" = "named 20 numbers 0 " ]
