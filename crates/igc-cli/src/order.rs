//! An order, from what was asked to the files on the disk.
//!
//! [`Plan`] says which certificates, [`make`] makes them, [`write`] puts them into files, [`show`] tells people and programs.
mod leftover;
mod make;
mod plan;
mod show;
mod target;
mod write;

pub(crate) use leftover::sweep;
pub(crate) use make::{Made, Making, make, steps};
pub(crate) use plan::{Plan, refuse_requests};
pub(crate) use show::{Summary, json, text};
pub(crate) use target::{Targets, refuse_existing};
pub(crate) use write::{Packed, stage, stage_common};
