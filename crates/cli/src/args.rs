//! The command line.

use clap::{Parser, Subcommand, ValueEnum};
use gongkai::render::{Lang, Style};
use std::io::IsTerminal;
use std::path::PathBuf;

const EXIT_STATUS: &str = "\
退出状态 / exit status:
  0  没有比提示更重的问题 / nothing worse than a note
  1  有警告或错误 / warnings or errors found
  2  有文件无法读取或识别 / a document could not be read or claimed
  3  用法不对，或结果写不出去 / wrong usage, or the result could not be written";

/// 读取并核对政府信息公开工作年度报告 / Read and reconcile government-information-disclosure annual reports
#[derive(Debug, Parser)]
#[command(name = "gongkai", version, after_help = EXIT_STATUS)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,

    /// 输出语言，缺省为中文，与 LANG 环境变量无关 / Output language; Chinese unless given, LANG is not consulted
    #[arg(long, value_enum, default_value_t = Language::Zh, global = true)]
    lang: Language,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// 核对报告，逐条列出问题 / Check reports and list what to look at
    Check(Check),
    /// 读取表格中的数，不作核对 / Read the figures without checking them
    Read(Read),
    /// 列出可识别的格式 / List the registered extractors
    Formats(Formats),
    /// 说明一条核对规则，不给规则则列出全部 / Explain a rule; list all without one
    Explain(Explain),
}

#[derive(Debug, clap::Args)]
pub(crate) struct Check {
    #[command(flatten)]
    pub(crate) files: Files,

    /// 输出格式 / Output format
    #[arg(long, value_enum, default_value_t = CheckFormat::Text)]
    format: CheckFormat,

    /// 上年的报告，文件或文件夹；文件夹中按机关名称、年度查找，也可以就是 PATH 本身
    /// / Last year's report: a file, or a folder in which agency and year are looked up, PATH itself if it has them
    #[arg(long, value_name = "PATH")]
    pub(crate) previous: Option<PathBuf>,

    /// 把各级报告放在一起核对，按名称认定隶属（乙市甲县属乙市）
    /// / Check reports against those of the bodies below them, by their names
    #[arg(long)]
    pub(crate) levels: bool,

    /// 同 --levels，隶属关系由CSV给出：上级,下级[,own]
    /// / The same, with a CSV that says who belongs to whom: parent,child[,own]
    #[arg(long, value_name = "FILE")]
    pub(crate) members: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Read {
    #[command(flatten)]
    pub(crate) files: Files,

    /// 输出格式 / Output format
    #[arg(long, value_enum, default_value_t = ReadFormat::Json)]
    format: ReadFormat,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Files {
    /// 文件、文件夹（含下级，取其中的文本、网页、文档、表格和PDF文件），或 - 表示标准输入
    /// / Files, folders (recursive; text, web pages, documents, spreadsheets and PDF), or - for standard input
    #[arg(required = true, value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,

    /// 写入文件而不是标准输出；写完才替换原文件 / Write to a file, which is replaced only when all is written
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,

    /// 同 --format csv，开头另加字节顺序标记，用Excel双击打开不乱码
    /// / As --format csv, with the byte order mark by which Excel knows the encoding
    #[arg(long, conflicts_with = "format")]
    pub(crate) excel: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Formats {
    /// 说明每种格式对这份文件的识别得分 / Show each extractor's claim on a document
    #[arg(long, value_name = "FILE")]
    pub(crate) why: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Explain {
    /// 规则名，如 row-total / Rule id, such as row-total
    pub(crate) rule: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum CheckFormat {
    Text,
    Json,
    Jsonl,
    Csv,
    Markdown,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReadFormat {
    Json,
    Jsonl,
    Csv,
    Text,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Language {
    /// 中文
    Zh,
    /// English
    En,
}

impl Args {
    pub(crate) fn lang(&self) -> Lang {
        match self.lang {
            Language::Zh => Lang::Zh,
            Language::En => Lang::En,
        }
    }

    /// Colour only where a person reads and did not refuse it.
    pub(crate) fn style(&self, to_file: bool) -> Style {
        let refused = std::env::var_os("NO_COLOR").is_some_and(|it| !it.is_empty());
        let colour = !to_file && !refused && std::io::stdout().is_terminal();
        Style { lang: self.lang(), colour }
    }
}

impl Check {
    pub(crate) fn format(&self) -> CheckFormat {
        if self.files.excel { CheckFormat::Csv } else { self.format }
    }
}

impl Read {
    pub(crate) fn format(&self) -> ReadFormat {
        if self.files.excel { ReadFormat::Csv } else { self.format }
    }
}

impl Files {
    /// What the result begins with, whatever its format.
    pub(crate) fn mark(&self) -> &'static str {
        if self.excel { "\u{feff}" } else { "" }
    }

    /// Whether more than one input may come.
    pub(crate) fn are_many(&self) -> bool {
        self.paths.len() > 1 || self.paths.iter().any(|it| it.is_dir())
    }
}
