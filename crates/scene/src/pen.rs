//! The pen: draws a clean outline as a hand would, always the same for the same seed.

use geometry::{Page, Point, Segment, Vector};

/// A hand with its own small tremor.
pub(crate) struct Pen {
    state: u64,
    tremor: f64,
}

impl Pen {
    /// The pen for what `seed` names, with strokes that stray by about `tremor` page units.
    pub(crate) fn new(seed: &str, tremor: f64) -> Self {
        // FNV-1a: spreads short ids well.
        let state = seed.bytes().fold(0xcbf2_9ce4_8422_2325, |hash: u64, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        Self { state, tremor }
    }

    /// `outline` gone over once.
    pub(crate) fn once(&mut self, outline: &[Segment<Page>]) -> Vec<Segment<Page>> {
        let mut drawn = Vec::with_capacity(outline.len() + 1);
        self.pass(outline, 0.6, &mut drawn);
        drawn
    }

    /// `outline` gone over twice, the second time a little off.
    pub(crate) fn twice(&mut self, outline: &[Segment<Page>]) -> Vec<Segment<Page>> {
        let mut drawn = Vec::with_capacity(outline.len() * 2 + 2);
        self.pass(outline, 0.5, &mut drawn);
        self.pass(outline, 1.0, &mut drawn);
        drawn
    }

    fn pass(&mut self, outline: &[Segment<Page>], strength: f64, drawn: &mut Vec<Segment<Page>>) {
        let stray = self.tremor * strength;
        let mut first = Point::new(0.0, 0.0);
        let mut last = first;
        for segment in outline {
            match *segment {
                Segment::MoveTo(to) => {
                    (first, last) = (to, to);
                    drawn.push(Segment::MoveTo(self.near(to, stray)));
                }
                Segment::LineTo(to) => {
                    drawn.push(self.bowed(last, to, stray));
                    last = to;
                }
                Segment::CubicTo(a, b, to) => {
                    let (a, b) = (self.near(a, stray), self.near(b, stray));
                    drawn.push(Segment::CubicTo(a, b, self.near(to, stray)));
                    last = to;
                }
                Segment::Close => {
                    // A hand does not meet its start exactly: it comes near, or runs over.
                    if last.distance(first) > 0.5 {
                        drawn.push(self.bowed(last, first, stray));
                    }
                    last = first;
                }
            }
        }
    }

    /// A line that is a little bent, more so the longer it is.
    fn bowed(&mut self, from: Point<Page>, to: Point<Page>, stray: f64) -> Segment<Page> {
        let along = to - from;
        let bend = (along.length() / 90.0).clamp(0.2, 1.6) * stray;
        let aside = along.normalized().perpendicular() * (self.tremble() * bend);
        let a = from + along * 0.35 + aside;
        let b = from + along * 0.7 + aside;
        Segment::CubicTo(
            self.near(a, stray * 0.3),
            self.near(b, stray * 0.3),
            self.near(to, stray),
        )
    }

    fn near(&mut self, point: Point<Page>, stray: f64) -> Point<Page> {
        point + Vector::new(self.tremble() * stray, self.tremble() * stray)
    }

    /// A number between -1 and 1 (xorshift64*).
    fn tremble(&mut self) -> f64 {
        self.state = self.state.max(1);
        self.state ^= self.state >> 12;
        self.state ^= self.state << 25;
        self.state ^= self.state >> 27;
        let top = self.state.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 40;
        top as f64 / f64::from(1_u32 << 23) - 1.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square() -> Vec<Segment<Page>> {
        let p = Point::new;
        vec![
            Segment::MoveTo(p(0.0, 0.0)),
            Segment::LineTo(p(90.0, 0.0)),
            Segment::LineTo(p(90.0, 90.0)),
            Segment::LineTo(p(0.0, 90.0)),
            Segment::Close,
        ]
    }

    #[test]
    fn the_same_seed_draws_the_same() {
        let draw = |seed| Pen::new(seed, 1.5).twice(&square());
        assert_eq!(draw("kafka"), draw("kafka"));
        assert_ne!(draw("kafka"), draw("kafkb"));
    }

    #[test]
    fn it_strays_by_no_more_than_its_tremor() {
        let hull = geometry::hull(&Pen::new("flink", 1.5).twice(&square())).unwrap();
        let clean = geometry::hull(&square()).unwrap();
        assert!(clean.inflate(4.0).encloses(&hull), "{hull:?}");
    }
}
