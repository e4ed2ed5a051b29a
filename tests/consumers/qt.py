"""Draws SVGs with Qt and looks for ink where their lines should stand: standard input holds a list of
{svg, boxes: [[x, y, width, height]]}; standard output, for each picture, the numbers of the boxes that hold one
colour alone. Files of fonts are the arguments."""

import json
import os
import sys

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFontDatabase, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

application = QGuiApplication([])
for font in sys.argv[1:]:
    if QFontDatabase.addApplicationFont(font) < 0:
        sys.exit(f"Qt does not take {font}")


def is_blank(image, box):
    left, top, width, height = (round(side) for side in box)
    colours = {image.pixel(x, y) for y in range(top, top + height) for x in range(left, left + width)}
    return len(colours) == 1


blanks = []
for asked in json.load(sys.stdin):
    renderer = QSvgRenderer(QByteArray(asked["svg"].encode()))
    if not renderer.isValid():
        sys.exit("Qt does not take the picture")
    image = QImage(renderer.defaultSize(), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    blanks.append([at for at, box in enumerate(asked["boxes"]) if is_blank(image, box)])
json.dump(blanks, sys.stdout)
