//! What the board costs, the dearest first.

use sorted::{rank_of, ranked};

use super::{Figure, Item, Listed, OwnerCost, Spending, Sums, finite};
use crate::cost::Cost;

impl Sums<'_, '_> {
    pub(super) fn cost(&self) -> Spending {
        let demand = &self.rates.demand;
        let cost = Cost::of(self.graph, &self.readings, demand);
        let is_any = !cost.items.is_empty();
        let known = |amount: Option<f64>| Figure::worked_out(amount.filter(|_| is_any));
        let per_unit = cost.per_unit(demand);
        let owners = cost.by_owner(self.graph).into_iter().map(|owner| OwnerCost {
            owner: owner.owner.to_owned(),
            amount: finite(Some(owner.amount)).unwrap_or_default(),
        });
        Spending {
            ceiling: Figure::stated(cost.ceiling),
            total: known(Some(cost.total())),
            items: self.items(&cost),
            owners: Listed::first(owners),
            million_events: known(per_unit.million_events),
            gigabyte: known(per_unit.gigabyte),
            apart: Listed::first(cost.apart.iter().map(|stop| self.at(*stop))),
            unstated: self.ids(&cost.unstated),
            currency: cost.currency,
        }
    }

    fn items(&self, cost: &Cost) -> Listed<Item> {
        let items = ranked(cost.items.iter(), |item| rank_of(-item.amount));
        let item = |item: &crate::cost::Item| Item {
            at: self.at(item.stop),
            amount: match item.worked_out {
                Some(_) => Figure::worked_out(Some(item.amount)),
                None => Figure::stated(Some(item.amount)),
            },
            product: item.worked_out.clone(),
        };
        Listed::first(items.into_iter().map(item))
    }
}
