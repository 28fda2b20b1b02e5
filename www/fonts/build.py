#!/usr/bin/env python3
"""Builds the shipped fonts and the table of their metrics. Run it only to change a font.

    npm install --prefix /tmp/fonts @fontsource-variable/shantell-sans@5.3.0 \
        @fontsource-variable/atkinson-hyperlegible-next@5.3.0
    pip install fonttools==4.68.0 brotli
    python3 www/fonts/build.py /tmp/fonts

Each face is the package's Latin and extended Latin, at weights 400 and 600, cut to the characters below. Kerning and
contextual alternates are dropped, so that a character has one width and text can be measured without shaping. The few
arrows and signs that people need on a board and the packages lack are drawn here with the face's own stroke.
"""
import math
import sys
import tempfile
from pathlib import Path

from fontTools.merge import Merger
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

HERE = Path(__file__).parent
METRICS = HERE.parent.parent / "crates/scene/src/metrics"
FACES = {
    "hand": ("shantell-sans", "Sketchlint Hand", {400: 74, 600: 100}),
    "plain": ("atkinson-hyperlegible-next", "Sketchlint Plain", {400: 78, 600: 108}),
}
FILES = {400: "{}.woff2", 600: "{}-bold.woff2"}
CHARACTERS = sorted(
    {*range(0x20, 0x7F), *range(0xA0, 0x180)} | {ord(c) for c in "–—‘’“”„‚…•·‹›€−→←↑↓≤≥≈≠✓✗"}
)


def points(*flat):
    return list(zip(flat[::2], flat[1::2]))


def arrow(x, y):
    """An arrow of length 560 about the middle of the line, pointing along (x, y)."""
    def at(along, across):
        return (340 + along * x - across * y, 340 + along * y + across * x)
    return [[at(-250, 0), at(250, 0)], [at(70, 165), at(250, 0), at(70, -165)]]


# Strokes as lines through points, and the width of the whole sign, in thousandths of an em.
SIGNS = {
    "→": (680, arrow(1, 0)),
    "←": (680, arrow(-1, 0)),
    "↑": (680, arrow(0, 1)),
    "↓": (680, arrow(0, -1)),
    "≤": (600, [points(490, 610, 110, 410, 490, 210), points(110, 90, 490, 90)]),
    "≥": (600, [points(110, 610, 490, 410, 110, 210), points(110, 90, 490, 90)]),
    "≠": (600, [points(90, 430, 510, 430), points(90, 230, 510, 230), points(400, 590, 200, 70)]),
    "≈": (600, [
        points(90, 390, 150, 440, 215, 450, 300, 415, 385, 380, 450, 390, 510, 440),
        points(90, 190, 150, 240, 215, 250, 300, 215, 385, 180, 450, 190, 510, 240),
    ]),
    "✓": (640, [points(100, 330, 250, 130, 540, 620)]),
    "✗": (640, [points(130, 580, 510, 120), points(510, 580, 130, 120)]),
}


def capsule(pen, a, b, radius):
    """A stroke from a to b with round ends; clockwise, so that overlapping strokes add up."""
    angle = math.atan2(b[1] - a[1], b[0] - a[0])
    rim = []
    for center, start in ((b, angle + math.pi / 2), (a, angle - math.pi / 2)):
        for step in range(9):
            turn = start - math.pi * step / 8
            rim.append((round(center[0] + radius * math.cos(turn)), round(center[1] + radius * math.sin(turn))))
    pen.moveTo(rim[0])
    for point in rim[1:]:
        pen.lineTo(point)
    pen.closePath()


def draw_signs(font, stroke):
    have = font.getBestCmap()
    for sign, (width, lines) in SIGNS.items():
        if ord(sign) in have:
            continue
        pen = TTGlyphPen(None)
        for line in lines:
            for a, b in zip(line, line[1:]):
                capsule(pen, a, b, stroke / 2)
        name = f"uni{ord(sign):04X}"
        glyph = pen.glyph()
        font["glyf"][name] = glyph
        glyph.recalcBounds(font["glyf"])
        font["hmtx"][name] = (width, glyph.xMin)
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[ord(sign)] = name
    font.setGlyphOrder(font["glyf"].glyphOrder)


def cut(font):
    options = Options()
    options.layout_features = ["ccmp"]
    options.hinting = False
    options.notdef_outline = True
    options.drop_tables += ["vhea", "vmtx", "STAT"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=CHARACTERS)
    subsetter.subset(font)
    return font


def build(packages, face, weight):
    package, family, strokes = FACES[face]
    files = packages / "node_modules/@fontsource-variable" / package / "files"
    with tempfile.TemporaryDirectory() as scratch:
        parts = []
        for script in ("latin", "latin-ext"):
            part = TTFont(files / f"{package}-{script}-wght-normal.woff2")
            part = cut(instantiateVariableFont(part, {"wght": weight}))
            part.flavor = None
            path = f"{scratch}/{script}.ttf"
            part.save(path)
            parts.append(path)
        font = Merger().merge(parts)
    draw_signs(font, strokes[weight])
    for record in font["name"].names:
        if record.nameID in (1, 3, 4, 6, 16):
            record.string = family
    epoch = 2082844800  # 1970 in the format's own count, so that every build is the same
    font["head"].created = font["head"].modified = epoch
    font.recalcTimestamp = False
    font.flavor = "woff2"
    path = HERE / FILES[weight].format(face)
    font.save(path)
    print(f"{path.name}: {path.stat().st_size} bytes, {len(font.getGlyphOrder())} glyphs")
    return font


def widths(font):
    cmap, metrics = font.getBestCmap(), font["hmtx"]
    scale = 1000 / font["head"].unitsPerEm
    return {code: round(metrics[cmap[code]][0] * scale) for code in CHARACTERS if code in cmap}


def write_metrics(face, fonts):
    """Runs of neighbouring characters, each with its first character and the widths in thousandths of an em."""
    regular, bold = (widths(fonts[weight]) for weight in (400, 600))
    runs = []
    for code in sorted(regular):
        if runs and code == runs[-1][0] + len(runs[-1][1]):
            runs[-1][1].append(code)
        else:
            runs.append((code, [code]))
    head = fonts[400]["hhea"]
    lines = [
        f"//! Metrics of the {face} face, in thousandths of an em. Written by `www/fonts/build.py`: do not edit.",
        "",
        "use super::{Metrics, Run};",
        "",
        "#[rustfmt::skip]",
        "pub(super) static METRICS: Metrics = Metrics {",
        f"    ascent: {head.ascent},",
        f"    descent: {-head.descent},",
        "    runs: &[",
    ]
    for first, codes in runs:
        light = ", ".join(str(regular[code]) for code in codes)
        heavy = ", ".join(str(bold[code]) for code in codes)
        lines.append(f"        Run {{ first: 0x{first:X}, regular: &[{light}], bold: &[{heavy}] }},")
    lines += ["    ],", "};", ""]
    (METRICS / f"{face}.rs").write_text("\n".join(lines))


def main():
    packages = Path(sys.argv[1])
    for face, (package, _, _) in FACES.items():
        write_metrics(face, {weight: build(packages, face, weight) for weight in FILES})
        licence = packages / "node_modules/@fontsource-variable" / package / "LICENSE"
        (HERE / f"LICENSE-{package}.txt").write_text(licence.read_text())


main()
