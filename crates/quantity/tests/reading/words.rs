//! Every word for a unit, a magnitude, a number and a rhythm, by what it stands for.

use quantity::{Dimension, read};

/// Holds each of `words`, put into `phrase` in the place of `_`, to a quantity of this kind and so much.
fn hold(phrase: &str, dimension: Dimension, table: &[(f64, &str)]) {
    for (number, words) in table {
        for word in words.split(' ') {
            let text = phrase.replace('_', word);
            let reading = read(&text);
            let [quantity] = reading.quantities.as_slice() else {
                panic!("{text}: {reading:?}")
            };
            let close = quantity
                .number()
                .is_some_and(|found| (found / number - 1.0).abs() < 1e-12);
            assert!(close && quantity.dimension == dimension, "{text}: {quantity:?}");
            assert!(quantity.span.of(&text).contains(word), "{text}");
        }
    }
}

const DAY: f64 = 86_400.0;
const YEAR: f64 = 365.0 * DAY;

#[test]
fn units_of_time() {
    hold(
        "latency 3 _",
        Dimension::Latency,
        &[
            (3e-9, "ns nsec nanosecond nanoseconds"),
            (3e-6, "µs μs us usec microsecond microseconds micros"),
            (3e-3, "ms msec msecs millisecond milliseconds millis"),
            (3.0, "s sec secs second seconds"),
            (180.0, "m min mins minute minutes"),
            (10_800.0, "h hr hrs hour hours"),
        ],
    );
    hold(
        "keep 3 _",
        Dimension::Retention,
        &[
            (3.0 * DAY, "d day days"),
            (21.0 * DAY, "w wk wks week weeks"),
            (42.0 * DAY, "fortnight"),
            (YEAR / 4.0, "mo mos mth month months"),
            (YEAR * 0.75, "quarter quarters"),
            (3.0 * YEAR, "y yr yrs year years annum"),
            (30.0 * YEAR, "decade decades"),
        ],
    );
    hold(
        "_ refresh",
        Dimension::Freshness,
        &[
            (3_600.0, "hourly"),
            (DAY, "daily nightly"),
            (7.0 * DAY, "weekly"),
            (14.0 * DAY, "biweekly fortnightly"),
            (YEAR / 12.0, "monthly"),
            (YEAR / 4.0, "quarterly"),
            (YEAR, "yearly annual annually"),
        ],
    );
}

#[test]
fn units_of_data() {
    let kibi = 1_024.0_f64;
    hold(
        "store of 3 _",
        Dimension::Size,
        &[
            (3.0, "B byte bytes"),
            (3e3, "KB kb kbyte kbytes kilobyte kilobytes"),
            (3e6, "MB mbyte mbytes megabyte megabytes meg megs"),
            (3e9, "GB gbyte gbytes gigabyte gigabytes gig gigs"),
            (3e12, "TB tbyte tbytes terabyte terabytes"),
            (3e15, "PB petabyte petabytes"),
            (3e18, "EB exabyte exabytes"),
            (3e21, "ZB zettabyte zettabytes"),
            (3.0 * kibi, "KiB kibibyte kibibytes"),
            (3.0 * kibi.powi(2), "MiB mebibyte mebibytes"),
            (3.0 * kibi.powi(3), "GiB gibibyte gibibytes"),
            (3.0 * kibi.powi(4), "TiB tebibyte tebibytes"),
            (3.0 * kibi.powi(5), "PiB pebibyte pebibytes"),
        ],
    );
    hold(
        "8 _",
        Dimension::DataRate,
        &[
            (1.0, "bit/s bits/s bps"),
            (1e3, "kbit/s kbits/s kilobits/s kbps"),
            (1e6, "Mbit/s Mbits/s megabit/s megabits/s Mbps"),
            (1e9, "Gbit/s Gbits/s gigabit/s gigabits/s Gbps"),
            (1e12, "Tbit/s Tbits/s terabit/s terabits/s Tbps"),
            (8e3, "KBps KB/s"),
            (8e6, "MBps MB/s"),
            (8e9, "GBps GB/s"),
            (8e12, "TBps TB/s"),
        ],
    );
}

#[test]
fn rates_magnitudes_and_numbers() {
    hold(
        "30 _",
        Dimension::Rate,
        &[
            (30.0, "eps rps qps tps wps wcu wcus rcu rcus ops iops"),
            (0.5, "rpm qpm tpm"),
            (30.0 / DAY, "rpd qpd"),
            (30e3, "keps krps kqps"),
            (30e6, "Mrps"),
        ],
    );
    hold(
        "3 _ requests per second",
        Dimension::Rate,
        &[
            (36.0, "dozen"),
            (300.0, "hundred"),
            (3e3, "k thousand thousands"),
            (3e5, "lakh lakhs"),
            (3e6, "M mm mn mio million millions"),
            (3e7, "crore crores"),
            (3e9, "bn billion billions"),
            (3e12, "tn trillion trillions"),
        ],
    );
    hold(
        "latency of _ minutes",
        Dimension::Latency,
        &[
            (60.0, "one"),
            (120.0, "two"),
            (180.0, "three"),
            (240.0, "four"),
            (300.0, "five"),
            (360.0, "six"),
            (420.0, "seven"),
            (480.0, "eight"),
            (540.0, "nine"),
            (600.0, "ten"),
            (660.0, "eleven"),
            (720.0, "twelve"),
            (900.0, "fifteen"),
            (1_200.0, "twenty"),
            (1_800.0, "thirty"),
            (2_400.0, "forty"),
            (3_000.0, "fifty"),
            (3_600.0, "sixty"),
            (5_400.0, "ninety"),
        ],
    );
}
