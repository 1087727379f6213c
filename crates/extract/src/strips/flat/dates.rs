//! Dates behind the last cell of a table without separators: `行政诉讼数00 2013年1月15日`.

/// The years that a report may bear.
const YEARS: std::ops::RangeInclusive<u16> = 1990..=2099;

/// How many bytes at the end of `run`, behind which `after` stands, are a date or the year of one, and no cell.
pub(super) fn date_at_end(run: &str, after: &str) -> usize {
    let date = if after.trim_start().starts_with('年') { Some("") } else { month_and_day(run) };
    let Some(date) = date else { return 0 };
    let before = &run[..run.len() - date.len()];
    let year = before.len().checked_sub(4).and_then(|at| before.get(at..));
    let is_year = year.and_then(|year| year.parse().ok()).is_some_and(|year| YEARS.contains(&year));
    if is_year { 4 + date.len() } else { 0 }
}

/// The end of a date in `run`: `-01-15`, `.1.15`.
fn month_and_day(run: &str) -> Option<&str> {
    let (rest, day) = run.rsplit_once(['-', '.', '/'])?;
    let mark = run[rest.len()..].chars().next()?;
    let (year, month) = rest.rsplit_once(mark)?;
    let is_number = |part: &str, most: u8| {
        part.len() <= 2 && part.parse::<u8>().is_ok_and(|number| (1..=most).contains(&number))
    };
    (is_number(month, 12) && is_number(day, 31)).then(|| &run[year.len()..])
}
