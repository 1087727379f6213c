//! What the examples of the rule pages have in common: titles, headings and header rows of the forms.

/// Table 3 of 2021 with the rows that the identities most often need.
macro_rules! applications_2021 {
    (
        received: $received:literal, carried_in: $carried_in:literal, granted_full: $full:literal,
        granted_part: $part:literal, processed: $processed:literal, carried_out: $carried_out:literal $(,)?
    ) => {
        concat!(
            "某县2023年政府信息公开工作年度报告\n\n",
            "三、收到和处理政府信息公开申请情况\n\n",
            "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\t\t申请人情况\n",
            "\t\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n",
            "一、本年新收政府信息公开申请数量\t\t",
            $received,
            "\n二、上年结转政府信息公开申请数量\t\t",
            $carried_in,
            "\n三、本年度办理结果\t（一）予以公开\t",
            $full,
            "\n\t（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t",
            $part,
            "\n\t（七）总计\t",
            $processed,
            "\n四、结转下年度继续办理\t\t",
            $carried_out,
            "\n",
        )
    };
}

/// A report of 2021 with the first chapter given and a table 3 of three new applications, two granted and one carried out.
macro_rules! sentences_2021 {
    ($prose:literal) => {
        concat!(
            "某县2023年政府信息公开工作年度报告\n\n一、总体情况\n\n",
            $prose,
            "\n\n三、收到和处理政府信息公开申请情况\n\n",
            "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\t\t申请人情况\n",
            "\t\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n",
            "一、本年新收政府信息公开申请数量\t\t3\t0\t0\t0\t0\t0\t3\n",
            "二、上年结转政府信息公开申请数量\t\t0\t0\t0\t0\t0\t0\t0\n",
            "三、本年度办理结果\t（一）予以公开\t2\t0\t0\t0\t0\t0\t2\n",
            "\t（七）总计\t2\t0\t0\t0\t0\t0\t2\n",
            "四、结转下年度继续办理\t\t1\t0\t0\t0\t0\t0\t1\n",
        )
    };
}

/// Table 4, which is the same in 2019 and 2021.
macro_rules! proceedings {
    ($values:literal) => {
        concat!(
            "某县2023年政府信息公开工作年度报告\n\n",
            "四、政府信息公开行政复议、行政诉讼情况\n\n",
            "行政复议\t\t\t\t\t行政诉讼\t\t\t\t\t\t\t\t\t\n",
            "结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t\t\t\t\t复议后起诉\t\t\t\t\n",
            "\t\t\t\t\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计",
            "\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\n",
            $values,
            "\n",
        )
    };
}

/// Table 2 of 2019, with the clauses given.
macro_rules! proactive_2019 {
    ($clauses:literal) => {
        concat!("某区2019年政府信息公开工作年度报告\n\n二、主动公开政府信息情况\n\n", $clauses)
    };
}

/// The list of 2014, with the rows given.
macro_rules! statistics_2014 {
    ($rows:literal) => {
        concat!(
            "某县2016年政府信息公开工作年度报告\n\n政府信息公开情况统计表（2016年度）\n\n统计指标\t单位\t统计数\n",
            $rows
        )
    };
}

/// The provincial list with a cumulative column: year, items disclosed, applications received.
macro_rules! cumulative {
    ($year:literal, $disclosed:literal, $received:literal) => {
        concat!(
            "某区",
            $year,
            "年度政府信息公开工作年度报告\n\n",
            "指标名称\t计量单位\t",
            $year,
            "年度\t历年累计\n",
            "主动公开文件数\t条\t",
            $disclosed,
            "\n",
            "其中：1、政府网站公开数\t条\t",
            $disclosed,
            "\n",
            "2、政府公报公开数\t条\t0\t0\n",
            "受理依申请公开信息总数\t条\t",
            $received,
            "\n",
            "对申请的答复总数\t条\t",
            $received,
            "\n",
            "行政复议数\t件\t0\t0\n",
            "行政诉讼数\t件\t0\t0\n",
        )
    };
}

/// The line before last year's report; the same as `Rule::PREVIOUS`.
macro_rules! previous {
    () => {
        "=== 上年报告 / last year's report ===\n"
    };
}

/// The line before the report of a body below; the same as `Rule::BELOW`.
macro_rules! below {
    () => {
        "=== 下级报告 / report of a body below ===\n"
    };
}

/// The line before a membership table; the same as `Rule::MEMBERS`.
macro_rules! members {
    () => {
        "=== 隶属表 / who belongs to whom ===\n"
    };
}

/// Table 3 of one year, reduced to the rows that carry over.
macro_rules! carried {
    ($title:literal, $received:literal, $carried_in:literal, $carried_out:literal) => {
        concat!(
            $title,
            "政府信息公开工作年度报告\n\n三、收到和处理政府信息公开申请情况\n\n",
            "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\t\t申请人情况\n",
            "\t\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n",
            "一、本年新收政府信息公开申请数量\t\t",
            $received,
            "\t0\t0\t0\t0\t0\t",
            $received,
            "\n二、上年结转政府信息公开申请数量\t\t",
            $carried_in,
            "\t0\t0\t0\t0\t0\t",
            $carried_in,
            "\n四、结转下年度继续办理\t\t",
            $carried_out,
            "\t0\t0\t0\t0\t0\t",
            $carried_out,
            "\n",
        )
    };
}

/// Table 2 of 2021.
macro_rules! proactive_2021 {
    ($title:literal, $regulations:literal, $documents:literal, $licensing:literal, $penalties:literal) => {
        concat!(
            $title,
            "政府信息公开工作年度报告\n\n二、主动公开政府信息情况\n\n",
            "第二十条第（一）项\t\t\t\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t",
            $regulations,
            "\n行政规范性文件\t",
            $documents,
            "\n第二十条第（五）项\t\t\t\n信息内容\t本年处理决定数量\t\t\n行政许可\t",
            $licensing,
            "\t\t\n第二十条第（六）项\t\t\t\n信息内容\t本年处理决定数量\t\t\n行政处罚\t",
            $penalties,
            "\t\t\n行政强制\t0\t\t\n",
        )
    };
}

pub(super) use {applications_2021, proactive_2019, proceedings, sentences_2021, statistics_2014};
pub(super) use {below, carried, cumulative, members, previous, proactive_2021};
