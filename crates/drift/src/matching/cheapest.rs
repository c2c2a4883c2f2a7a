//! The assignment that costs least in all.

/// The most rows or columns that are assigned at least cost; what is longer (a list of thousands of numbers) is assigned
/// the cheapest pair first, since the work grows with the third power.
const MOST: usize = 64;

/// What it costs to leave a row without a column: more than any pair that may be is worth.
const ALONE: f32 = 32.0;

/// A pair that may be, and what it costs (0 to less than 32).
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Edge {
    pub(super) row: usize,
    pub(super) column: usize,
    pub(super) cost: f32,
}

/// The edges, by their index, that tie as many rows to columns as can be, each once, at least cost in all. Of
/// assignments that cost the same, the one whose edges come first.
pub(super) fn assign(edges: &[Edge]) -> Vec<usize> {
    let (rows, columns) = (numbered(edges, |edge| edge.row), numbered(edges, |edge| edge.column));
    if edges.len() <= 1 {
        return (0..edges.len()).collect();
    }
    if rows.len() > MOST || columns.len() > MOST {
        return greedy(edges);
    }
    let mut table = vec![vec![None; columns.len()]; rows.len()];
    for (index, edge) in edges.iter().enumerate() {
        let (Ok(row), Ok(column)) = (rows.binary_search(&edge.row), columns.binary_search(&edge.column)) else {
            continue;
        };
        let cell: &mut Option<(f32, usize)> = &mut table[row][column];
        if cell.is_none_or(|(cost, _)| edge.cost < cost) {
            *cell = Some((edge.cost, index));
        }
    }
    let mut taken: Vec<usize> = hungarian(&table);
    taken.sort_unstable();
    taken
}

/// The distinct numbers of the rows or columns, sorted.
fn numbered(edges: &[Edge], of: fn(&Edge) -> usize) -> Vec<usize> {
    let mut all: Vec<usize> = edges.iter().map(of).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// The cheapest edge first, while both ends are free.
fn greedy(edges: &[Edge]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..edges.len()).collect();
    order.sort_by(|a, b| edges[*a].cost.total_cmp(&edges[*b].cost).then(a.cmp(b)));
    let (mut rows, mut columns) = (std::collections::BTreeSet::new(), std::collections::BTreeSet::new());
    order.retain(|index| {
        let edge = &edges[*index];
        let free = !rows.contains(&edge.row) && !columns.contains(&edge.column);
        if free {
            rows.insert(edge.row);
            columns.insert(edge.column);
        }
        free
    });
    order.sort_unstable();
    order
}

/// The Hungarian method with potentials (Kuhn, Munkres), row by row. Behind the columns of the table each row has one
/// of its own for staying alone. Gives the indices in the cells chosen.
fn hungarian(table: &[Vec<Option<(f32, usize)>>]) -> Vec<usize> {
    let rows = table.len();
    let real = table.first().map_or(0, Vec::len);
    let columns = real + rows;
    let cost = |row: usize, column: usize| -> f32 {
        if column < real {
            // A pair that may not be is never better than two that stay alone.
            table[row][column].map_or(4.0 * ALONE, |(cost, _)| cost)
        } else if column - real == row {
            ALONE
        } else {
            4.0 * ALONE
        }
    };
    let mut row_price = vec![0.0_f32; rows];
    let mut column_price = vec![0.0_f32; columns + 1];
    // The row that each column has; the column behind the last is where the search begins.
    let start = columns;
    let mut row_of: Vec<Option<usize>> = vec![None; columns + 1];
    for row in 0..rows {
        row_of[start] = Some(row);
        let mut slack = vec![f32::INFINITY; columns];
        let mut from = vec![start; columns];
        let mut seen = vec![false; columns + 1];
        let mut at = start;
        while let Some(current) = row_of[at] {
            seen[at] = true;
            let mut least = f32::INFINITY;
            let mut next = start;
            for column in (0..columns).filter(|column| !seen[*column]) {
                let reduced = cost(current, column) - row_price[current] - column_price[column];
                if reduced < slack[column] {
                    slack[column] = reduced;
                    from[column] = at;
                }
                if slack[column] < least {
                    least = slack[column];
                    next = column;
                }
            }
            if next == start {
                break;
            }
            for column in 0..=columns {
                if seen[column] {
                    column_price[column] -= least;
                    if let Some(row) = row_of[column] {
                        row_price[row] += least;
                    }
                } else if column < columns {
                    slack[column] -= least;
                }
            }
            at = next;
        }
        // The path back gives each column on it the row before.
        while at != start {
            let before = from[at];
            row_of[at] = row_of[before];
            at = before;
        }
    }
    let cell = |column: usize| row_of[column].and_then(|row| table[row][column]).map(|(_, index)| index);
    (0..real).filter_map(cell).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn edges(list: &[(usize, usize, f32)]) -> Vec<Edge> {
        list.iter().map(|(row, column, cost)| Edge { row: *row, column: *column, cost: *cost }).collect()
    }

    fn pairs(list: &[(usize, usize, f32)]) -> Vec<(usize, usize)> {
        let edges = edges(list);
        assign(&edges).into_iter().map(|index| (edges[index].row, edges[index].column)).collect()
    }

    #[test]
    fn the_sum_counts_and_not_the_cheapest_pair() {
        assert_eq!(pairs(&[(0, 0, 0.1), (0, 1, 0.2), (1, 0, 0.3), (1, 1, 0.9)]), [(0, 1), (1, 0)]);
        // Two pairs rather than one, as long as they may be.
        assert_eq!(pairs(&[(0, 0, 0.1), (0, 1, 1.0), (1, 0, 1.0)]), [(0, 1), (1, 0)]);
        assert_eq!(pairs(&[(3, 7, 0.5), (4, 7, 0.4)]), [(4, 7)]);
        assert_eq!(pairs(&[]), []);
    }

    #[test]
    fn long_lists_are_assigned_in_no_time() {
        let list: Vec<(usize, usize, f32)> = (0..400_usize)
            .flat_map(|row| (0..400_usize).map(move |column| (row, column, row.abs_diff(column) as f32 / 100.0)))
            .collect();
        assert!(pairs(&list).iter().all(|(row, column)| row == column));
    }

    /// The least cost by trying everything: pairs first, then cost.
    fn best(edges: &[Edge], from: usize, rows: &mut Vec<usize>, columns: &mut Vec<usize>) -> (usize, f32) {
        let Some(edge) = edges.get(from) else { return (0, 0.0) };
        let without = best(edges, from + 1, rows, columns);
        if rows.contains(&edge.row) || columns.contains(&edge.column) {
            return without;
        }
        rows.push(edge.row);
        columns.push(edge.column);
        let (pairs, cost) = best(edges, from + 1, rows, columns);
        rows.pop();
        columns.pop();
        let with = (pairs + 1, cost + edge.cost);
        if (std::cmp::Reverse(with.0), with.1) < (std::cmp::Reverse(without.0), without.1) { with } else { without }
    }

    proptest! {
        #[test]
        fn nothing_is_cheaper(list in proptest::collection::vec((0usize..4, 0usize..4, 0u8..40), 0..10)) {
            let mut list: Vec<(usize, usize, f32)> =
                list.into_iter().map(|(row, column, cost)| (row, column, f32::from(cost) / 10.0)).collect();
            list.sort_by_key(|(row, column, _)| (*row, *column));
            list.dedup_by_key(|(row, column, _)| (*row, *column));
            let edges = edges(&list);
            let found = assign(&edges);
            let cost: f32 = found.iter().map(|index| edges[*index].cost).sum();
            let (pairs, least) = best(&edges, 0, &mut Vec::new(), &mut Vec::new());
            prop_assert_eq!(found.len(), pairs);
            prop_assert!((cost - least).abs() < 1e-3, "{} {}", cost, least);
        }
    }
}
