//! A question as the page writes it. What it leaves out is as the board says, and assumed where that says nothing.

use analysis::Readings;
use analysis::stress::{Answer, Kind, LastsBy, Spike, Stated, StressError, WhatIf};
use analysis::structure::Structure;
use board::graph::Graph;
use board::{Board, BoxId};
use quantity::spoken::duration;
use serde_json::Value;

/// How many times the load, where the board states no spike.
const TIMES: f64 = 10.0;
/// How many times as slow, where nothing is chosen.
const SLOWER: f64 = 3.0;
/// How long a spike lasts, in seconds, where neither board nor person says.
const SPIKE: f64 = 600.0;
/// The same for an outage or a slow box.
const OUTAGE: f64 = 900.0;
/// The same for a deploy.
const DEPLOY: f64 = 60.0;

/// What a person asked.
pub(crate) struct Asked {
    kind: Kind,
    at: Option<BoxId>,
    factor: Option<f64>,
    lasts: Option<f64>,
}

impl Asked {
    /// Reads `{"kind", "at", "factor", "lasts"}`, of which all but the first may be missing.
    pub(crate) fn read(question: &Value) -> Option<Self> {
        const KINDS: [Kind; 5] = [
            Kind::Spike,
            Kind::Outage,
            Kind::Slow,
            Kind::Deploy,
            Kind::HalfTheBill,
        ];
        let kind = question.get("kind")?.as_str()?;
        let number = |name: &str| question.get(name).and_then(Value::as_f64);
        let at = question.get("at").and_then(Value::as_str);
        Some(Self {
            kind: KINDS.into_iter().find(|known| known.as_str() == kind)?,
            at: at.and_then(|id| BoxId::new(id).ok()),
            factor: number("factor"),
            lasts: number("lasts"),
        })
    }

    /// What happens to `board`, and what was assumed for that, in a sentence.
    pub(crate) fn answered(&self, board: &Board) -> Result<(Answer, Option<String>), StressError> {
        let graph = Graph::new(board);
        let readings = Readings::of(&graph);
        let stated = Stated::of(&graph, &readings);
        let mut assumed = Vec::new();
        let what_if = self.what_if(&graph, stated.spike, &mut assumed)?;
        let mut answer = Answer::of_graph(&graph, &readings, &what_if)?;
        let is_endless = answer.lasts_by == LastsBy::Nobody && answer.lasts.is_none();
        if is_endless && self.kind != Kind::HalfTheBill {
            let lasts = match self.kind {
                Kind::Spike => SPIKE,
                Kind::Deploy => DEPLOY,
                _ => OUTAGE,
            };
            assumed.push(format!("that it lasts {}", duration(lasts)));
            let open = answer.open;
            answer = Answer::of_graph(&graph, &readings, &lasting(what_if, lasts))?;
            // Who has not said how long it lasts is asked for it all the same.
            answer.open = open;
        }
        let said = format!("Assumed, since the board does not say: {}.", assumed.join("; "));
        Ok((answer, (!assumed.is_empty()).then_some(said)))
    }

    fn what_if(
        &self,
        graph: &Graph<'_>,
        spike: Option<Spike>,
        assumed: &mut Vec<String>,
    ) -> Result<WhatIf, StressError> {
        let lasts = self.lasts;
        match self.kind {
            Kind::HalfTheBill => return Ok(WhatIf::HalfTheBill),
            Kind::Spike => {
                let said = self.factor.or(spike.map(|spike| spike.factor));
                if said.is_none() {
                    assumed.push(format!("{TIMES} times the load"));
                }
                let factor = said.unwrap_or(TIMES);
                let lasts = lasts.or(spike.and_then(|spike| spike.lasts));
                return Ok(WhatIf::Spike(Spike { factor, lasts }));
            }
            Kind::Outage | Kind::Slow | Kind::Deploy => {}
        }
        let at = self.at.clone().or_else(|| dearest(graph));
        let at = at.ok_or(StressError::Empty)?;
        Ok(match self.kind {
            Kind::Slow => WhatIf::Slow {
                at,
                factor: self.factor.unwrap_or(SLOWER),
                lasts,
            },
            Kind::Deploy => WhatIf::Deploy { at, lasts },
            _ => WhatIf::Outage { at, lasts },
        })
    }
}

fn lasting(what_if: WhatIf, seconds: f64) -> WhatIf {
    let lasts = Some(seconds);
    match what_if {
        WhatIf::Spike(Spike { factor, .. }) => WhatIf::Spike(Spike { factor, lasts }),
        WhatIf::Outage { at, .. } => WhatIf::Outage { at, lasts },
        WhatIf::Slow { at, factor, .. } => WhatIf::Slow { at, factor, lasts },
        WhatIf::Deploy { at, .. } => WhatIf::Deploy { at, lasts },
        WhatIf::HalfTheBill => WhatIf::HalfTheBill,
    }
}

/// The stage that most are lost with; of several, the first.
fn dearest(graph: &Graph<'_>) -> Option<BoxId> {
    let structure = Structure::of(graph);
    let mut dearest = None;
    for node in graph.boxes().filter(|node| node.record.role.is_stage()) {
        let lost = structure.lost(node.slot);
        if dearest.is_none_or(|(most, _)| lost > most) {
            dearest = Some((lost, node.id));
        }
    }
    dearest.map(|(_, id)| id.clone())
}
