//! What the program itself has to say, in both languages: expected, found, what to do.

use gongkai::model::Message;
use gongkai::render::Lang;

pub(crate) struct Words {
    pub(crate) missing: fn() -> String,
    pub(crate) denied: fn() -> String,
    pub(crate) io: fn(&str) -> String,
    pub(crate) too_large: fn() -> String,
    pub(crate) empty_folder: fn(&str) -> String,
    pub(crate) link_loop: fn(&str) -> String,
    /// Where in the source.
    pub(crate) crashed: fn(&str) -> String,
    pub(crate) no_reason: fn() -> String,
    /// How many files of folders were left out, and the endings that are taken.
    pub(crate) skipped: fn(u64, &[&str]) -> String,
    pub(crate) stopped: fn(&str) -> String,
    pub(crate) registry: fn(&Message) -> String,
    pub(crate) previous_unread: fn(&str, u64) -> String,
    pub(crate) read_twice: fn() -> String,
    pub(crate) not_utf8: fn() -> String,
    pub(crate) parent_unknown: fn(usize, &str) -> String,
    pub(crate) nobody_below: fn() -> String,
    pub(crate) unknown_rule: fn(&str, &[&str]) -> String,
    pub(crate) basis: &'static str,
    pub(crate) years: &'static str,
    pub(crate) needs: &'static str,
    /// Opens what became of all claims.
    pub(crate) conclusion: &'static str,
    /// Number of a table, its form, cells found and cells in all.
    pub(crate) read_by: fn(u8, &str, u32, u32) -> String,
    /// The form that reads the sentences.
    pub(crate) read_as_prose: fn(&str) -> String,
    pub(crate) no_claim: &'static str,
    pub(crate) needs_prose: &'static str,
}

pub(crate) fn of(lang: Lang) -> &'static Words {
    match lang {
        Lang::Zh => &ZH,
        Lang::En => &EN,
    }
}

static ZH: Words = Words {
    missing: || "应为一个文件或文件夹，但找不到；请检查路径".to_owned(),
    denied: || "应为可以读取的文件，但没有读取权限；请检查权限".to_owned(),
    io: |error| format!("应为可以读取的文件，但读取失败（{error}）；请检查文件后重试"),
    too_large: || "应为小于4 GiB的文件，但文件更大；请检查是否选错了文件".to_owned(),
    empty_folder: |extensions| {
        format!("文件夹中应有可读的文件（{extensions}），但一个也没有；请检查路径，其他文件请逐个给出")
    },
    link_loop: |ancestor| format!("应为文件或文件夹，但链接又指回上级“{ancestor}”；请去掉这个链接"),
    crashed: |place| {
        format!("程序处理时出错（{place}），这是程序的缺陷；请连同文件报告给开发者，其余文件不受影响")
    },
    no_reason: || "没有任何格式能够识别这份文件；用 gongkai formats --why 查看原因".to_owned(),
    skipped: |count, endings| {
        format!("跳过{count}个扩展名不是 {} 的文件；需要时请逐个给出", endings.join("、"))
    },
    stopped: |error| format!("结果应能写出，但写入失败（{error}）；请检查输出位置"),
    registry: |error| format!("程序内的格式登记有误：{}；这是程序的缺陷，请报告给开发者", error.zh),
    previous_unread: |path, count| {
        format!(
            "“{path}”中有{count}份上年的报告没有读出，缺了上年的报告不作跨年核对；用 gongkai check 查看原因"
        )
    },
    read_twice: || "核对各级报告要读两遍，标准输入（-）只能读一遍；请改用文件".to_owned(),
    not_utf8: || "应为UTF-8编码的CSV，但不是；请另存为UTF-8后重试".to_owned(),
    parent_unknown: |line, name| {
        format!(
            "归属表第{line}行的上级“{name}”在所给文件中没有报告，没有核对；请核对名称（与报告所印一致）或文件名"
        )
    },
    nobody_below: || {
        "按名称没有哪份报告属于另一份报告的机关，没有核对各级；归属请用 --members 给出（上级,下级）"
            .to_owned()
    },
    unknown_rule: |rule, close| {
        let hint = match close {
            [] => "；".to_owned(),
            close => format!("，是否指 {}？", close.join("、")),
        };
        format!("没有名为“{rule}”的规则{hint}用 gongkai explain 列出全部规则")
    },
    basis: "依据：",
    years: "年度：",
    needs: "识别所需：",
    conclusion: "结论：",
    read_by: |number, form, found, cells| match found {
        0 => format!("{form} 的第{number}表没有找到"),
        _ => format!("第{number}表由 {form} 读，{cells}格中找到{found}格"),
    },
    read_as_prose: |form| format!("没有认出统计表，由 {form} 读正文的数字"),
    no_claim: "没有格式认领。若本该由某个格式认领，请对照上面没有见到的行，看标签的印法；若是还没有格式的表，见 docs/new-format.md",
    needs_prose: "没有认出任何统计表，而标题或正文说的是信息公开",
};

static EN: Words = Words {
    missing: || "expected a file or a folder, found nothing there; check the path".to_owned(),
    denied: || "expected a readable file, found no permission to read it; check its permissions".to_owned(),
    io: |error| format!("expected a readable file, reading it failed ({error}); check it and try again"),
    too_large: || "expected less than 4 GiB, found more; check whether this is the right file".to_owned(),
    empty_folder: |extensions| {
        format!(
            "expected readable files in the folder ({extensions}), found none; check the path, name other files one by one"
        )
    },
    link_loop: |ancestor| {
        format!("expected a file or a folder, found a link back to \"{ancestor}\"; remove the link")
    },
    crashed: |place| {
        format!(
            "expected a report or a reason, the program failed ({place}); this is a defect, please report it with the \
             file; other inputs are not affected"
        )
    },
    no_reason: || "no form claims this document; see gongkai formats --why".to_owned(),
    skipped: |count, endings| {
        format!(
            "skipped {count} file(s) whose names end in none of {}; name them one by one if needed",
            endings.join(", ")
        )
    },
    stopped: |error| format!("the result could not be written ({error}); check where it should go"),
    registry: |error| {
        format!("the registered forms are inconsistent: {}; this is a defect, please report it", error.en)
    },
    previous_unread: |path, count| {
        format!(
            "{count} of last year's reports in \"{path}\" could not be read; without them nothing is checked across \
             years; gongkai check tells why"
        )
    },
    read_twice: || {
        "checking levels reads every input twice, standard input (-) can be read once; use files".to_owned()
    },
    not_utf8: || "expected CSV in UTF-8, found another encoding; save it as UTF-8 and try again".to_owned(),
    parent_unknown: |line, name| {
        format!(
            "the parent in line {line} of the membership, \"{name}\", has no report among the inputs, so nothing was checked for it; write the name as the report prints it, or that of its file"
        )
    },
    nobody_below: || {
        "by their names no report lies below another, so levels were not checked; say who belongs to whom with --members (parent,child)".to_owned()
    },
    unknown_rule: |rule, close| {
        let hint = match close {
            [] => ";".to_owned(),
            close => format!("; did you mean {}?", close.join(", ")),
        };
        format!("expected the id of a rule, found \"{rule}\"{hint} gongkai explain lists all rules")
    },
    basis: "basis: ",
    years: "years: ",
    needs: "needs: ",
    conclusion: "outcome: ",
    read_by: |number, form, found, cells| match found {
        0 => format!("table {number} of {form} was not found"),
        _ => format!("table {number} is read by {form}, {found} of {cells} cells found"),
    },
    read_as_prose: |form| format!("no table was recognised; {form} reads the figures of the sentences"),
    no_claim: "no form claims it. Where one should, compare the rows not seen above with the labels as printed; for a table that has no form yet, see docs/new-format.md",
    needs_prose: "no table recognised, and a title or sentences that speak of disclosure",
};
