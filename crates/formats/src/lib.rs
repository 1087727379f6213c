//! The built-in extractors: one file per form in `src/extractors`, found by the build script.
//!
//! | id | form | report years |
//! |---|---|---|
//! | `statistics-2014` | 政府信息公开情况统计表 | 2014-2018 |
//! | `annual-2019` | 年度报告格式（试行） | 2019-2020 |
//! | `annual-2021` | 年度报告格式 | 2021- |
//! | `provincial-2009` | 政府信息公开情况统计表（本年度、历年累计） | 2009-2013 |
//! | `provincial-2014` | 政府信息公开情况统计表（本年度、历年累计） | 2014-2018 |
//!
//! The crate has no items to call: name it once, and its forms are in every linked registry.
//!
//! ```
//! use gongkai_extract::Registry;
//! use gongkai_formats as _;
//!
//! let registry = Registry::linked().unwrap();
//! let ids: Vec<_> = registry.plans().map(|plan| plan.template.id).collect();
//! assert_eq!(ids, ["annual-2019", "annual-2021", "free-form", "provincial-2009", "provincial-2014", "statistics-2014"]);
//! ```

#![warn(clippy::disallowed_methods, clippy::disallowed_types, clippy::disallowed_macros)]

mod annual;
mod implied;
mod provincial;

include!(concat!(env!("OUT_DIR"), "/extractors.rs"));
