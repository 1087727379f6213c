//! What is read as a quantity, what is not, and laws that hold for every text.

mod domain;
mod laws;
mod spelling;

use gongkai_text::normalise::Context;
use gongkai_text::quantity::{Options, Quantity, Recognised, recognise_source};
use gongkai_text::{Decimal, Unit};

/// One quantity in a line: `value unit`, then what else is known of it, in the order of its fields.
fn shown(it: &Quantity) -> String {
    let mut value = it.value.to_string();
    if let Some(bottom) = it.denominator {
        value = format!("{value}/{bottom}");
    }
    if let Some((low, high)) = it.range {
        value = format!("{low}..{high}");
    }
    let mut parts = vec![value];
    parts.extend(it.unit.map(|unit| unit.to_string()));
    parts.extend(it.per.map(|per| format!("per {per}")));
    parts.extend((it.ulp != Decimal::whole(1)).then(|| format!("ulp {}", it.ulp)));
    let word = it.word.unwrap_or_default();
    parts.extend(it.qualifier.map(|qualifier| format!("{qualifier:?}({word})")));
    parts.extend(it.bound.map(|bound| format!("{bound:?}")));
    parts.extend(it.direction.map(|direction| format!("{direction:?}")));
    parts.extend(it.flags.names().map(|flag| format!("#{flag}")));
    parts.join(" ")
}

fn quantities(source: &str, read: &Recognised) -> String {
    let shown = read.quantities.iter().map(|it| format!("{} = {}", it.span.text(source), shown(it)));
    shown.collect::<Vec<_>>().join("; ")
}

fn rejected(source: &str, read: &Recognised) -> String {
    let shown = read.rejected.iter().map(|it| format!("{}:{}", it.span.text(source), it.reason.id()));
    shown.collect::<Vec<_>>().join("; ")
}

/// Every quantity of `source`, as official prose.
fn check(source: &str, expected: &str) {
    let read = recognise_source(source, Options::OFFICIAL);
    assert_eq!(quantities(source, &read), expected, "{source:?}, rejected: {}", rejected(source, &read));
}

/// No quantity in `source`, and the reasons.
fn refuse(source: &str, expected: &str) {
    let read = recognise_source(source, Options::OFFICIAL);
    assert_eq!(quantities(source, &read), "", "{source:?}");
    assert_eq!(rejected(source, &read), expected, "{source:?}");
}

fn check_in(context: Context, source: &str, expected: &str) {
    let read = recognise_source(source, Options::OFFICIAL.within(context));
    assert_eq!(quantities(source, &read), expected, "{context:?} {source:?}");
}

#[test]
fn figures_and_units() {
    for (source, expected) in [
        ("受理申请37件", "37件 = 37 件"),
        ("阅读量1,234,567次", "1,234,567次 = 1234567 次"),
        ("培训３批次２４０人次", "３批次 = 3 批次; ２４０人次 = 240 人次"),
        ("发放资料2.6万份", "2.6万份 = 26000 份 ulp 1000"),
        ("访问量达1.25亿次", "1.25亿次 = 125000000 次 ulp 1000000"),
        ("访问量3亿2千万次", "3亿2千万次 = 320000000 次 ulp 10000000"),
        ("公开信息一千二百零五条", "一千二百零五条 = 1205 条"),
        ("收到建议两件", "两件 = 2 件"),
        ("合计叁万贰仟元整", "叁万贰仟元整 = 32000 元 ulp 1000"),
        ("每页收取1元5角", "1元5角 = 1.5 元 ulp 0.1"),
        ("支出人民币36.5万元", "人民币36.5万元 = 365000 元 ulp 1000"),
        ("费用0.86万元，0.5亿次", "0.86万元 = 8600 元 ulp 100; 0.5亿次 = 50000000 次 ulp 10000000"),
        ("面积120㎡", "120㎡ = 120 平方米"),
        ("历时两个半小时", "两个半小时 = 2.5 小时 ulp 0.5"),
        ("用时1个半月", "1个半月 = 1.5 月 ulp 0.5"),
        ("在15个工作日内答复", "15个工作日 = 15 工作日"),
        ("每月1次，每季度至少2次", "1次 = 1 次 per 月; 至少2次 = 2 次 per 季度 AtLeast(至少) AtLeast"),
        ("收费2元/页", "2元/页 = 2 元 per 页"),
        ("阅读1.2w次", "1.2w次 = 12000 次 ulp 1000"),
        ("粉丝10w+人", "10w+人 = 100000 人 ulp 10000 AtLeast(+)"),
        ("转发2W余次", "2W余次 = 20000 次 ulp 10000 OverAfterScale(余)"),
        ("换灯100W的12盏", "12盏 = 12 盏"),
        ("征收417栋994户", "417栋 = 417 栋; 994户 = 994 户"),
        ("粉丝数54373；文章86", "54373 = 54373 #no-unit; 86 = 86 #no-unit"),
        ("分别为12、8、5件", "12 = 12 #no-unit; 8 = 8 #no-unit; 5件 = 5 件"),
        ("惠及14.2万，同时", "14.2万 = 142000 ulp 1000 #no-unit"),
        ("县级32部门1277项", "32 = 32 #no-unit; 1277项 = 1277 项"),
        ("一万二件", "一万二件 = 12000 件 ulp 1000 #elided-unit"),
    ] {
        check(source, expected);
    }
}

#[test]
fn rates_and_changes() {
    for (source, expected) in [
        ("同比增长12.50%", "12.50% = 12.50 % ulp 0.01 Up"),
        ("较上年下降了约3个百分点", "约3个百分点 = 3 个百分点 About(约) Down"),
        ("增幅为5.2%，降幅达1%", "5.2% = 5.2 % ulp 0.1 Up; 1% = 1 % Down"),
        ("增长-3%；增长—3%", "-3% = -3 % Up; —3% = -3 % Up #dash-as-minus"),
        ("增至120件，新增5件，减少7件", "120件 = 120 件; 5件 = 5 件; 7件 = 7 件 Down"),
        ("百分之九十五点五，千分之三", "百分之九十五点五 = 95.5 % ulp 0.1; 千分之三 = 0.3 % ulp 0.1"),
        ("负百分之三", "负百分之三 = -3 %"),
        ("占八成以上，近七成", "八成以上 = 80 % ulp 10 AtLeast(以上) AtLeast; 近七成 = 70 % ulp 10 Near(近)"),
        ("占三分之二", "三分之二 = 2/3"),
        ("增长1.5倍，增加一倍多", "1.5倍 = 1.5 倍 ulp 0.1 Up; 一倍多 = 1 倍 OverAfterScale(多) Up"),
        ("翻了两番", "翻了两番 = 4 倍 #idiomatic"),
        ("合格率98.7 %", "98.7 % = 98.7 % ulp 0.1"),
        ("稳增长20条", "20条 = 20 条"),
        ("负增长5%，七成半", "5% = 5 % Down; 七成半 = 75 %"),
    ] {
        check(source, expected);
    }
}

#[test]
fn qualifiers() {
    for (source, expected) in [
        ("发布1320余条", "1320余条 = 1320 条 Over(余)"),
        ("发布34万余条", "34万余条 = 340000 条 ulp 10000 OverAfterScale(余)"),
        ("发布170余万条", "170余万条 = 1700000 条 ulp 10000 Over(余)"),
        ("50多家", "50多家 = 50 家 Over(多)"),
        (
            "近300件，约400件，500件左右",
            "近300件 = 300 件 Near(近); 约400件 = 400 件 About(约); 500件左右 = 500 件 About(左右)",
        ),
        (
            "超过60件，逾70件，不足80件",
            "超过60件 = 60 件 Above(超过) Above; 逾70件 = 70 件 AtLeast(逾) Above; 不足80件 = 80 件 Below(不足) Below",
        ),
        (
            "不少于3次，不超过5次，10人以上，30日以内",
            "不少于3次 = 3 次 AtLeast(不少于) AtLeast; 不超过5次 = 5 次 AtMost(不超过) AtMost; 10人以上 = 10 人 AtLeast(以上) AtLeast; 30日以内 = 30 日 AtMost(以内) AtMost",
        ),
        (
            "百余场，上百次，数十件，十几项",
            "百余场 = 100 场 Over(余); 上百次 = 100..1000 次 Decade(上); 数十件 = 10..100 件 Decade(数); 十几项 = 10..20 项 Decade(几)",
        ),
        ("粉丝2000万+", "2000万+ = 20000000 ulp 10000 AtLeast(+) #no-unit"),
        ("人数百余", "百余 = 100 Over(余) #no-unit"),
        ("近三年、预约12次、签约3家", "三年 = 3 年; 12次 = 12 次; 3家 = 3 家"),
        ("60多项上下联审事项", "60多项 = 60 项 Over(多)"),
    ] {
        check(source, expected);
    }
}

#[test]
fn ranges() {
    for (source, expected) in [
        ("15项—20项，2个—6个月，3～5名", "15项—20项 = 15..20 项; 2个—6个月 = 2..6 月; 3～5名 = 3..5 名"),
        ("三至五名，25%-30%", "三至五名 = 3..5 名; 25%-30% = 25..30 %"),
        (
            "1-5万元，一千到两千万元",
            "1-5万元 = 10000..50000 元 ulp 10000; 一千到两千万元 = 10000000..20000000 元 ulp 10000",
        ),
        ("百分之三十至四十", "百分之三十至四十 = 30..40 %"),
        (
            "两三件，七八十人，三五百次",
            "两三件 = 2..3 件 #consecutive; 七八十人 = 70..80 人 #consecutive; 三五百次 = 300..500 次 #consecutive",
        ),
        ("由15个增加到23个，从15%到20%", "15个 = 15 个; 23个 = 23 个; 15% = 15 %; 20% = 20 %"),
        ("从2个—6个月缩短到7个—22个工作日", "2个—6个月 = 2..6 月; 7个—22个工作日 = 7..22 工作日"),
        ("30日以上60日以下", "30日以上60日以下 = 30..60 日"),
    ] {
        check(source, expected);
    }
}

#[test]
fn damage() {
    for (source, expected) in [
        ("公开信息２３９\n\n— 4 —\n\n条。", "２３９\n\n— 4 —\n\n条 = 239 条 #spans-line-break"),
        ("公开信息8024\n\n- 条。", "8024\n\n- 条 = 8024 条 #spans-line-break"),
        ("三 十 二 件", "三 十 二 件 = 32 件 #letter-spaced"),
        (
            "受理1O件、l2件、2〇件",
            "1O件 = 10 件 #ocr-digit; l2件 = 12 件 #ocr-digit; 2〇件 = 20 件 #ocr-digit",
        ),
        ("满意率99·5%，合格率12。5%", "99·5% = 99.5 % ulp 0.1 #ocr-dot; 12。5% = 12.5 % ulp 0.1 #ocr-dot"),
        ("合计2 748 456元", "2 748 456元 = 2748456 元 #space-grouped"),
        ("网站28，234条", "28，234条 = 28234 条 #comma-grouped"),
        ("政府公报28,网站11条", "28 = 28 #no-unit; 11条 = 11 条"),
        ("包括：①12件②3件", "12件 = 12 件; 3件 = 3 件"),
        ("1.2023年受理7件", "7件 = 7 件"),
        ("2.12件已办结", "12件 = 12 件 #list-mark"),
        ("微信群APP3个", "3个 = 3 个"),
        ("满意率12. 5%", "12. 5% = 12.5 % ulp 0.1 #ocr-dot"),
        ("收费￥1.2万", "￥1.2万 = 12000 元 ulp 1000 #no-unit"),
    ] {
        check(source, expected);
    }
}

#[test]
fn no_quantities() {
    for (source, expected) in [
        ("2023年度，二〇二三年，2021—2023年", "2023年度:year; 二〇二三年:year; 2021—2023年:year"),
        ("2019，通过网站公开", "2019:year"),
        ("2023年1月1日至12月31日", "2023年1月1日至12月31日:date"),
        ("3月底、第一季度、2023-12-31", "3月底:date; 第一季度:date; 2023-12-31:date"),
        ("自202111日起至20211231日止，到1231日", "202111日:date; 20211231日:date; 1231日:date"),
        ("换灯100W", "100W:code"),
        ("上午8:30-17:30", "8:30-17:30:time"),
        ("国办发〔2021〕30号，令第711号", "〔2021〕30号:document-number; 第711号:document-number"),
        ("电话：0571-5550101 5550102，热线12345", "0571-5550101 5550102:phone; 12345:phone"),
        ("咨询电话：85551234转8012", "85551234:phone; 8012:phone"),
        ("某ICP备05012345号-1", "05012345号:document-number; 1:code"),
        ("三门县、五台县", "三门:idiom; 五台:idiom"),
        ("邮编：310000", "310000:postcode"),
        ("第三十六条第（一）项", "第三十六条:clause; 第（一）项:clause"),
        ("第十二次常务会议、前10名", "第十二次:ordinal; 10名:ordinal"),
        ("十三届人大二次会议、二十大", "十三届:session; 二次会议:session; 二十大:session"),
        ("平台2.0版本、V3.5、5G", "2.0版本:version; V3.5:version; 5G:code"),
        ("索引号330100-103/2019-00002", "330100-103/2019-00002:code"),
        ("统一社会信用代码11330100MB0W12345X", "11330100MB0W12345X:code"),
        (
            "见www.example.gov.cn/a/2023，邮箱a1@example.cn",
            "www.example.gov.cn/a/2023:url; a1@example.cn:url",
        ),
        ("“331”平台、“最多跑一次”", "331:quoted-name; 一次:slogan"),
        ("实行一次性告知，十分重要", "一次:idiom; 十分:idiom"),
        ("四个意识，一个平台", "四个:idiom; 一个:idiom"),
        ("建立了一套机制", "一套:indefinite"),
        ("104国道、3楼205室", "104国道:road; 3楼:address; 205室:address"),
        ("图3公开情况，附件1", "3:caption; 1:caption"),
        ("24小时自助大厅", "24小时:attribute"),
        ("“1+1”机制，比例1:500", "1+1:formula; 1:500:formula"),
        ("十四五规划", "十四五:idiom"),
        ("一一对应，一律公开，万一", "一一:malformed"),
        ("（一）总体情况\n一、主动公开", "（一）:list-index; 一、:list-index"),
    ] {
        refuse(source, expected);
    }
}

#[test]
fn rows_and_cells() {
    for (context, source, expected) in [
        (Context::Cell, "12", "12 = 12 #no-unit"),
        (Context::Cell, "9（县级）", "9 = 9 #no-unit"),
        (Context::Cell, "40（县级3次）", "40 = 40 #no-unit; 3次 = 3 次"),
        (Context::Cell, "-0", "-0 = 0 #negative-zero #no-unit"),
        (Context::Cell, "O", "O = 0 #ocr-digit"),
        (Context::Cell, "143定伏", ""),
        (Context::Cell, "—", ""),
        (Context::TableRow, "行政许可 120", "120 = 120 #no-unit"),
        (Context::TableRow, "规章\t3\t1\t40", "3 = 3 #no-unit; 1 = 1 #no-unit; 40 = 40 #no-unit"),
        (Context::TableRow, "4 2 0 8", ""),
        (Context::TableRow, "0\t0\t-0", "-0 = 0 #negative-zero #no-unit"),
        (Context::Line, "— 12 —", ""),
    ] {
        check_in(context, source, expected);
    }
}

#[test]
fn general_texts_count_every_numeral() {
    let read = |source: &str| {
        let read = recognise_source(source, Options::GENERAL);
        read.quantities.iter().map(|it| it.value.to_string()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(read("一百五十二"), "152");
    assert_eq!(read("1, 234, 567"), "1 234 567");
    assert_eq!(read("一切、四川、大陆"), "");
}

#[test]
fn units_are_known_by_what_is_printed() {
    assert_eq!(Unit::classifier("個"), Unit::classifier("个"));
    assert_eq!(Unit::classifier("个百分点"), Some(Unit::POINT));
    assert_eq!(Unit::classifier("次会议"), None);
}
