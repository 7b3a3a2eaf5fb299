//! One clock reading: UTC, whole seconds, 1950 to 9999 (RFC 5280 §4.1.2.5).

use core::fmt;
use core::str::FromStr;

use crate::{Error, ErrorKind, reader::Reader, tag};

/// A moment in UTC, in whole seconds, from 1950-01-01T00:00:00Z to 9999-12-31T23:59:59Z.
///
/// The range is what a certificate can express (RFC 5280 §4.1.2.5). There is no `now` here.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Time(i64);

const SECONDS_PER_DAY: i64 = 86_400;

impl Time {
    /// The earliest: 1950-01-01T00:00:00Z.
    pub const MIN: Self = Self(-631_152_000);
    /// The latest, which RFC 5280 §4.1.2.5 gives the meaning "no well-defined expiration".
    pub const MAX: Self = Self(253_402_300_799);

    /// From seconds since 1970-01-01T00:00:00Z, if within the range.
    #[must_use]
    pub const fn from_unix(secs: i64) -> Option<Self> {
        if secs >= Self::MIN.0 && secs <= Self::MAX.0 { Some(Self(secs)) } else { None }
    }

    /// Seconds since 1970-01-01T00:00:00Z, negative before.
    #[must_use]
    pub const fn unix(&self) -> i64 {
        self.0
    }

    /// From calendar fields, if the date exists and lies within the range. No leap seconds.
    #[must_use]
    pub fn from_calendar(
        year: u16,
        month: u8,
        day: u8,
        hour: u8,
        minute: u8,
        second: u8,
    ) -> Option<Self> {
        if !(1950..=9999).contains(&year) || day == 0 || day > days_in_month(year, month) {
            return None;
        }
        if hour > 23 || minute > 59 || second > 59 {
            return None;
        }
        let of_day = i64::from(hour)
            .wrapping_mul(3600)
            .wrapping_add(i64::from(minute).wrapping_mul(60))
            .wrapping_add(i64::from(second));
        // At most 9999 years of seconds: far from any overflow.
        Some(Self(
            days_from_civil(year, month, day).wrapping_mul(SECONDS_PER_DAY).wrapping_add(of_day),
        ))
    }

    /// The year, 1950 to 9999.
    #[must_use]
    pub fn year(&self) -> u16 {
        self.civil().0
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(&self) -> u8 {
        self.civil().1
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub fn day(&self) -> u8 {
        self.civil().2
    }

    /// The hour, 0 to 23.
    #[must_use]
    pub fn hour(&self) -> u8 {
        narrow(self.second_of_day().wrapping_div(3600))
    }

    /// The minute, 0 to 59.
    #[must_use]
    pub fn minute(&self) -> u8 {
        narrow(self.second_of_day().wrapping_div(60).wrapping_rem(60))
    }

    /// The second, 0 to 59.
    #[must_use]
    pub fn second(&self) -> u8 {
        narrow(self.second_of_day().wrapping_rem(60))
    }

    /// The same calendar date and time `years` later (earlier when negative); 29 February becomes
    /// 28 February where the year has none. `None` outside the range.
    #[must_use]
    pub fn add_calendar_years(&self, years: i32) -> Option<Self> {
        self.add_calendar_months(years.checked_mul(12)?)
    }

    /// The same day and time `months` later (earlier when negative), or the month's last day when
    /// it is shorter. `None` outside the range.
    #[must_use]
    pub fn add_calendar_months(&self, months: i32) -> Option<Self> {
        let (year, month, day) = self.civil();
        let from_zero = i32::from(year)
            .checked_mul(12)?
            .checked_add(i32::from(month))?
            .checked_sub(1)?
            .checked_add(months)?;
        let year = u16::try_from(from_zero.div_euclid(12)).ok()?;
        let month = u8::try_from(from_zero.rem_euclid(12)).ok()?.checked_add(1)?;
        let day = day.min(days_in_month(year, month));
        Self::from_calendar(year, month, day, self.hour(), self.minute(), self.second())
    }

    /// `secs` seconds later (earlier when negative). `None` outside the range.
    #[must_use]
    pub fn add_secs(&self, secs: i64) -> Option<Self> {
        Self::from_unix(self.0.checked_add(secs)?)
    }

    /// Reads a UTCTime or GeneralizedTime in the form of RFC 5280 §4.1.2.5.1 and §4.1.2.5.2.
    pub(crate) fn read(reader: &mut Reader<'_>) -> Result<Self, Error> {
        match reader.peek() {
            Some(tag::GENERALIZED_TIME) => {
                Self::generalized_contents(&reader.expect(tag::GENERALIZED_TIME)?)
            }
            _ => Self::utc_contents(&reader.expect(tag::UTC_TIME)?),
        }
    }

    /// `YYYYMMDDHHMMSSZ`: seconds present, no fraction (RFC 5280 §4.1.2.5.2).
    pub(crate) fn generalized_contents(contents: &Reader<'_>) -> Result<Self, Error> {
        let error = contents.error(ErrorKind::Time);
        let [a, b, rest @ ..] = contents.rest() else { return Err(error) };
        let century = pair(*a, *b).ok_or(error)?;
        Self::fields(Some(century), rest).ok_or(error)
    }

    /// `YYMMDDHHMMSSZ`: years 50 to 99 are 19xx (RFC 5280 §4.1.2.5.1).
    fn utc_contents(contents: &Reader<'_>) -> Result<Self, Error> {
        Self::fields(None, contents.rest()).ok_or_else(|| contents.error(ErrorKind::Time))
    }

    #[inline]
    fn fields(century: Option<u8>, text: &[u8]) -> Option<Self> {
        let [digits @ .., b'Z'] = text else { return None };
        let digits: &[u8; 12] = digits.try_into().ok()?;
        let digits = digits.map(|octet| octet.wrapping_sub(b'0'));
        if digits.iter().any(|digit| *digit > 9) {
            return None;
        }
        let [y1, y2, m1, m2, d1, d2, h1, h2, n1, n2, s1, s2] = digits;
        let year = two(y1, y2);
        let century = century.unwrap_or(if year >= 50 { 19 } else { 20 });
        let year = u16::from(century).wrapping_mul(100).wrapping_add(u16::from(year));
        Self::from_calendar(year, two(m1, m2), two(d1, d2), two(h1, h2), two(n1, n2), two(s1, s2))
    }

    const fn second_of_day(&self) -> i64 {
        self.0.rem_euclid(SECONDS_PER_DAY)
    }

    /// Year, month, day: the inverse of `days_from_civil`, in 400-year eras that start in March.
    fn civil(&self) -> (u16, u8, u8) {
        let days = self.0.div_euclid(SECONDS_PER_DAY).wrapping_add(719_468);
        let (era, day_of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
        let year_of_era = day_of_era
            .wrapping_sub(day_of_era.wrapping_div(1_460))
            .wrapping_add(day_of_era.wrapping_div(36_524))
            .wrapping_sub(day_of_era.wrapping_div(146_096))
            .wrapping_div(365);
        let day_of_year = day_of_era
            .wrapping_sub(year_of_era.wrapping_mul(365))
            .wrapping_sub(year_of_era.wrapping_div(4))
            .wrapping_add(year_of_era.wrapping_div(100));
        let month_from_march = day_of_year.wrapping_mul(5).wrapping_add(2).wrapping_div(153);
        let first = month_from_march.wrapping_mul(153).wrapping_add(2).wrapping_div(5);
        let day = day_of_year.wrapping_sub(first).wrapping_add(1);
        let month = if month_from_march < 10 {
            month_from_march.wrapping_add(3)
        } else {
            month_from_march.wrapping_sub(9)
        };
        let year =
            era.wrapping_mul(400).wrapping_add(year_of_era).wrapping_add(i64::from(month <= 2));
        (u16::try_from(year).unwrap_or(9999), narrow(month), narrow(day))
    }
}

/// Days from 1970-01-01, for a date from 1950 on that exists.
fn days_from_civil(year: u16, month: u8, day: u8) -> i64 {
    /// Days before each month of a common year.
    const BEFORE: [u16; 12] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
    /// Days from 0001-01-01 to 1970-01-01.
    const EPOCH: u32 = 719_162;
    let past = u32::from(year).wrapping_sub(1);
    let leap_days = past
        .wrapping_div(4)
        .wrapping_sub(past.wrapping_div(100))
        .wrapping_add(past.wrapping_div(400));
    let month_index = usize::from(month).wrapping_sub(1);
    let before = u32::from(BEFORE.get(month_index).copied().unwrap_or_default());
    let this_leap_day = u32::from(month > 2 && is_leap(year));
    let days = past
        .wrapping_mul(365)
        .wrapping_add(leap_days)
        .wrapping_add(before)
        .wrapping_add(this_leap_day)
        .wrapping_add(u32::from(day))
        .wrapping_sub(1);
    i64::from(days).wrapping_sub(i64::from(EPOCH))
}

const fn days_in_month(year: u16, month: u8) -> u8 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if is_leap(year) => 29,
        2 => 28,
        _ => 0,
    }
}

const fn is_leap(year: u16) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

/// Two ASCII digits.
const fn pair(tens: u8, units: u8) -> Option<u8> {
    if tens.is_ascii_digit() && units.is_ascii_digit() {
        Some(two(tens & 0x0f, units & 0x0f))
    } else {
        None
    }
}

/// A number below 100 from its digits.
const fn two(tens: u8, units: u8) -> u8 {
    tens.wrapping_mul(10).wrapping_add(units)
}

/// A calendar field, which always fits.
fn narrow(field: i64) -> u8 {
    u8::try_from(field).unwrap_or(u8::MAX)
}

/// RFC 3339 in UTC: `2026-11-22T10:00:00Z`.
impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.civil();
        let (hour, minute, second) = (self.hour(), self.minute(), self.second());
        write!(f, "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
    }
}

impl fmt::Debug for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Accepts exactly what `Display` writes.
impl FromStr for Time {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let error = Error::new(ErrorKind::TimeText, 0);
        let [
            y1,
            y2,
            y3,
            y4,
            b'-',
            m1,
            m2,
            b'-',
            d1,
            d2,
            b'T',
            h1,
            h2,
            b':',
            n1,
            n2,
            b':',
            s1,
            s2,
            b'Z',
        ] = text.as_bytes()
        else {
            return Err(error);
        };
        let fields = [*y3, *y4, *m1, *m2, *d1, *d2, *h1, *h2, *n1, *n2, *s1, *s2, b'Z'];
        pair(*y1, *y2).and_then(|century| Self::fields(Some(century), &fields)).ok_or(error)
    }
}
