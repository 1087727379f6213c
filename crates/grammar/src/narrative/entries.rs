//! The entries of the lexicon: which words name which indicator, in order; the first that fits decides.

use super::rule::{Rule, Topic, Units};

const APPLICATIONS: u16 =
    Topic::Received.bit() | Topic::Carried.bit() | Topic::Handled.bit() | Topic::Outcome.bit();

macro_rules! rules {
    ($($ids:expr, $gives:ident, $units:ident, need $need:expr, not $not:expr
        $(, tails $tails:expr)? $(, within $within:expr)? $(, group $group:expr)? $(, alone $alone:literal)?;)*) => {
        &[$(Rule {
            ids: &$ids,
            group: concat!("" $(, $group)?),
            gives: Topic::$gives,
            need: &$need,
            not: $not,
            tails: concat!("" $(, $tails)?),
            within: 0 $(| $within)?,
            alone: false $(|| $alone)?,
            units: Units::$units,
        },)*]
    };
}

const ANY_APPLICATION: u16 = APPLICATIONS;
const REVIEW: u16 = Topic::Review.bit();
const LITIGATION: u16 = Topic::Litigation.bit();
const DIRECT: u16 = Topic::Direct.bit();
const AFTER_REVIEW: u16 = Topic::AfterReview.bit();
const CARRIED: u16 = Topic::Carried.bit();
const RECEIVED: u16 = Topic::Received.bit();
const DOCUMENTS: u16 = Topic::Documents.bit();
const REGULATIONS: u16 = Topic::Regulations.bit();
const STAFF: u16 = Topic::Staff.bit();
const LISTED: u16 = Topic::Listed.bit();

pub(super) static RULES: &[Rule] = rules! {
    // Proceedings. Parts first, since they repeat the words of their whole.
    ["review.upheld"], Review, Cases, need ["复议结果维持|复议维持|复议结果为维持"], not "诉讼|起诉|未被|未维持|后";
    ["review.corrected"], Review, Cases, need ["复议结果纠正|复议纠正|复议纠错|复议被纠错"], not "诉讼|起诉|未被|后";
    ["review.pending"], Review, Cases, need ["复议尚未审结|复议未审结"], not "诉讼|起诉|后";
    ["litigation.all.upheld"], Litigation, Cases, need ["诉讼结果维持|诉讼维持|诉讼结果为维持"], not "复议|未被|未维持|后";
    ["litigation.all.corrected"], Litigation, Cases, need ["诉讼结果纠正|诉讼纠正|诉讼纠错|诉讼被纠错"], not "复议|未被|后";
    ["litigation.all.pending"], Litigation, Cases, need ["诉讼尚未审结|诉讼未审结"], not "复议|后";
    ["litigation.direct.upheld"], Direct, Cases, need ["维持|驳回"], not "复议后|纠错|未被|未维持", within DIRECT;
    ["litigation.direct.corrected"], Direct, Cases, need ["纠错|纠正|撤销|败诉"], not "复议后|维持|未被", within DIRECT;
    ["litigation.direct.pending"], Direct, Cases, need ["尚未审结|未审结|正在审理|尚在审理|审理中|未结案"], not "复议后|维持", within DIRECT;
    ["litigation.direct.other"], Direct, Cases, need ["其他结果|其他情形|其它结果|其它情形"], not "复议后", within DIRECT;
    ["litigation.after_review.upheld"], AfterReview, Cases, need ["维持|驳回"], not "未经复议|纠错|未被|未维持", within AFTER_REVIEW;
    ["litigation.after_review.corrected"], AfterReview, Cases, need ["纠错|纠正|撤销|败诉"], not "未经复议|维持|未被", within AFTER_REVIEW;
    ["litigation.after_review.pending"], AfterReview, Cases, need ["尚未审结|未审结|正在审理|尚在审理|审理中|未结案"], not "未经复议|维持", within AFTER_REVIEW;
    ["litigation.after_review.other"], AfterReview, Cases, need ["其他结果|其他情形|其它结果|其它情形"], not "未经复议", within AFTER_REVIEW;
    ["litigation.direct.total"], Direct, Cases, need ["未经复议|直接起诉|直接提起诉讼"], not "复议后|维持|纠错|纠正|撤销|驳回|审结|胜诉|败诉";
    ["litigation.after_review.total"], AfterReview, Cases, need ["复议后起诉|复议后提起|经复议后|复议后诉讼"], not "未经复议|维持|纠错|纠正|撤销|驳回|审结|胜诉|败诉";
    ["review.upheld"], Review, Cases, need ["维持"], not "诉讼|起诉|纠错|纠正|未被|未维持", within REVIEW;
    ["review.corrected"], Review, Cases, need ["纠错|纠正"], not "诉讼|起诉|维持|未被", within REVIEW;
    ["review.pending"], Review, Cases, need ["尚未审结|未审结|正在审理|尚在审理|审理中|未结案"], not "诉讼|起诉|维持", within REVIEW;
    ["review.other"], Review, Cases, need ["其他结果|其他情形|其它结果|其它情形"], not "诉讼|起诉|维持", within REVIEW;
    ["litigation.all.upheld"], Litigation, Cases, need ["维持|驳回"], not "复议|纠错|未被|未维持", within LITIGATION;
    ["litigation.all.corrected"], Litigation, Cases, need ["纠错|纠正"], not "复议|维持|未被", within LITIGATION;
    ["litigation.all.pending"], Litigation, Cases, need ["尚未审结|未审结|正在审理|尚在审理|审理中|未结案"], not "复议|维持", within LITIGATION;
    ["litigation.all.other"], Litigation, Cases, need ["其他结果|其他情形|其它结果|其它情形"], not "复议|维持", within LITIGATION;
    ["review.total"], Review, Cases, need ["信息公开类", "行政复议|复议"], not "诉讼|起诉|维持|纠错|纠正|撤销|驳回|审结|胜诉|败诉|其他情形|其他结果|其它情形|应诉|确认违法|责令|答辩|调解|审理|热线|法律援助|培训|立案|化解|未被|下级|复议机关|结转|法院";
    ["review.total"], Review, Cases, need ["行政复议|复议"], not "诉讼|起诉|维持|纠错|纠正|撤销|驳回|审结|胜诉|败诉|其他情形|其他结果|其它情形|应诉|确认违法|责令|答辩|调解|审理|类|各类|热线|法律援助|培训|立案|化解|未被|下级|复议机关|结转|法院";
    ["litigation.all.total"], Litigation, Cases, need ["信息公开类", "诉讼|被起诉|应诉"], not "复议|维持|纠错|纠正|撤销|驳回|审结|胜诉|败诉|其他情形|其他结果|其它情形|确认违法|责令|答辩|出庭|调解|审理|热线|法律援助|培训|立案|化解|未被|民事|结转|法院";
    ["litigation.all.total"], Litigation, Cases, need ["诉讼|被起诉|应诉"], not "复议|维持|纠错|纠正|撤销|驳回|审结|胜诉|败诉|其他情形|其他结果|其它情形|确认违法|责令|答辩|出庭|调解|审理|类|各类|热线|法律援助|培训|立案|化解|未被|民事|结转|法院";
    ["complaints.total"], Other, Cases, need ["举报投诉|投诉举报|举报、投诉"], not "类|热线|群众|答复|不予|回复|12345|12315|处理|办结", tails "收到举报投诉|举报投诉|投诉举报|举报、投诉", within REVIEW | LITIGATION;
    ["complaints.total"], Other, Cases, need ["举报|检举", "公开"], not "类|复议|诉讼|热线|群众|答复|不予|回复";

    // Applications carried over.
    ["applications.carried_in.total"], Carried, Cases, need ["上年|上一年|去年|往年|上年度", "结转|转结|转入|接转"], not "下年|下一年|次年|明年|转下|复议|诉讼|自然人|公民|法人|企业";
    ["applications.carried_out.total"], Carried, Cases, need ["下年|下一年|次年|明年|转下", "结转|转结|转下|转入|接转|顺延"], not "复议|诉讼|自然人|公民|法人|企业|上年";

    // Results, reasons before the groups that hold them.
    ["applications.outcome.denied.state_secret.total", "applications.replied.denied.state_secret"], Outcome, Cases, need ["国家秘密"], not "复议|诉讼|商业秘密|隐私", within ANY_APPLICATION;
    ["applications.replied.denied.trade_secret"], Outcome, Cases, need ["商业秘密"], not "复议|诉讼|国家秘密|隐私|第三方", within ANY_APPLICATION;
    ["applications.replied.denied.personal_privacy"], Outcome, Cases, need ["隐私"], not "复议|诉讼|商业秘密|国家秘密|第三方", within ANY_APPLICATION;
    ["applications.outcome.denied.three_securities_one_stability.total", "applications.replied.denied.three_securities_one_stability"], Outcome, Cases, need ["三安全一稳定|国家安全"], not "复议|诉讼", within ANY_APPLICATION;
    ["applications.outcome.denied.prohibited_by_law.total"], Outcome, Cases, need ["法规禁止公开|法律禁止公开"], not "复议|诉讼", within ANY_APPLICATION;
    ["applications.outcome.denied.third_party_rights.total"], Outcome, Cases, need ["第三方合法权益|第三方权益"], not "复议|诉讼|商业秘密|隐私", within ANY_APPLICATION;
    ["applications.outcome.denied.internal_affairs.total"], Outcome, Cases, need ["内部事务"], not "复议|诉讼|过程性", within ANY_APPLICATION;
    ["applications.outcome.denied.deliberative_process.total"], Outcome, Cases, need ["过程性"], not "复议|诉讼|内部事务", within ANY_APPLICATION;
    ["applications.outcome.denied.enforcement_case_file.total"], Outcome, Cases, need ["执法案卷"], not "复议|诉讼", within ANY_APPLICATION;
    ["applications.outcome.denied.administrative_inquiry.total"], Outcome, Cases, need ["行政查询"], not "复议|诉讼", within ANY_APPLICATION;
    ["applications.outcome.unable_to_provide.not_held.total"], Outcome, Cases, need ["不掌握|未掌握"], not "复议|诉讼|不存在|另行制作|现成信息", within ANY_APPLICATION;
    ["applications.outcome.unable_to_provide.needs_creation.total"], Outcome, Cases, need ["现成信息|另行制作"], not "复议|诉讼|不掌握", within ANY_APPLICATION;
    ["applications.outcome.unable_to_provide.still_unclear_after_correction.total"], Outcome, Cases, need ["补正后"], not "复议|诉讼|不掌握|逾期|未补正", within ANY_APPLICATION;
    ["applications.outcome.not_processed.petition_or_complaint.total"], Outcome, Cases, need ["信访举报投诉|信访类|信访、举报"], not "复议|诉讼|重复", within ANY_APPLICATION;
    ["applications.outcome.not_processed.excessive.total"], Outcome, Cases, need ["大量反复|大量重复"], not "复议|诉讼", within ANY_APPLICATION;
    ["applications.outcome.not_processed.duplicate.total"], Outcome, Cases, need ["重复申请"], not "复议|诉讼|大量|信访", within ANY_APPLICATION;
    ["applications.outcome.not_processed.publications.total"], Outcome, Cases, need ["公开出版物"], not "复议|诉讼", within ANY_APPLICATION;
    ["applications.outcome.not_processed.confirm_or_reissue.total"], Outcome, Cases, need ["重新出具"], not "复议|诉讼", within ANY_APPLICATION;
    ["applications.outcome.other.correction_overdue.total"], Outcome, Cases, need ["逾期不补正|逾期未补正"], not "复议|诉讼|缴纳|缴费", within ANY_APPLICATION;
    ["applications.outcome.other.fee_overdue.total"], Outcome, Cases, need ["逾期未缴|逾期未按"], not "复议|诉讼|补正", within ANY_APPLICATION;
    ["applications.replied.information_not_exist"], Outcome, Cases, need ["信息不存在"], not "或|非政府信息|非本机关|不属于|不明确|重复申请|已主动公开|复议|诉讼|不掌握", within ANY_APPLICATION;
    ["applications.replied.not_held_by_agency"], Outcome, Cases, need ["不属于本机关公开|不属于本行政机关公开|非本机关公开"], not "或|不存在|非政府信息|不明确|重复申请|已主动公开|复议|诉讼", within ANY_APPLICATION;
    ["applications.replied.asked_to_amend"], Outcome, Cases, need ["更改补充|更改、补充|作出更改"], not "复议|诉讼", within ANY_APPLICATION;
    ["applications.replied.referred_elsewhere"], Outcome, Cases, need ["其他途径|其它途径"], not "复议|诉讼", within ANY_APPLICATION;
    ["applications.replied.already_public"], Outcome, Cases, need ["已主动公开|属于主动公开"], not "复议|诉讼|不予", within ANY_APPLICATION;
    ["applications.outcome.granted_part.total", "applications.replied.granted_part"], Outcome, Cases, need ["部分公开"], not "复议|诉讼|予以公开|同意公开|全部公开|不予公开|自然人|法人|不公开", within ANY_APPLICATION;
    ["applications.outcome.granted_full.total", "applications.replied.granted_full"], Outcome, Cases, need ["予以公开|同意公开|全部公开|准予公开"], not "复议|诉讼|部分公开|不予|不同意|主动公开|自然人|法人|办结", within ANY_APPLICATION;
    ["applications.replied.denied.total"], Outcome, Cases, need ["不予公开|不同意公开|否决"], not "复议|诉讼|部分公开|予以公开|自然人|法人|不予处理|无法提供", within ANY_APPLICATION, group "applications.outcome.denied";
    [], Outcome, Cases, need ["无法提供"], not "复议|诉讼|公开|自然人|法人|不予处理", within ANY_APPLICATION, group "applications.outcome.unable_to_provide";
    [], Outcome, Cases, need ["不予处理"], not "复议|诉讼|公开|自然人|法人|无法提供|逾期", within ANY_APPLICATION, group "applications.outcome.not_processed";
    ["applications.outcome.other.subtotal.total"], Outcome, Cases, need ["其他处理|其它处理"], not "复议|诉讼|公开|自然人|法人|无法提供", within ANY_APPLICATION, group "applications.outcome.other";

    // Who applied, and how.
    ["applications.received.natural_person"], Received, Cases, need ["申请人", "自然人|公民"], not "复议|诉讼|法人|企业|组织|机构|单位|答复|办结|办理|结转|上年|等|隐私|补正";
    [], Received, Cases, need ["申请人", "法人|其他组织"], not "复议|诉讼|自然人|公民|个人|商业企业|科研|公益|法律服务|答复|办结|办理|结转|上年|等", group "applications.received.organizations";
    ["applications.received.commercial_enterprise"], Received, Cases, need ["商业企业"], not "复议|诉讼|自然人|公民|科研|公益|法律服务|答复|办结|公开情况", within RECEIVED;
    ["applications.received.research_institution"], Received, Cases, need ["科研机构"], not "复议|诉讼|自然人|公民|商业|公益|法律服务|答复|办结", within RECEIVED;
    ["applications.received.social_public_welfare_organization"], Received, Cases, need ["社会公益组织|公益组织"], not "复议|诉讼|自然人|公民|商业|科研|法律服务|答复|办结", within RECEIVED;
    ["applications.received.legal_service_institution"], Received, Cases, need ["法律服务机构"], not "复议|诉讼|自然人|公民|商业|科研|公益|答复|办结", within RECEIVED;
    ["applications.received.natural_person"], Received, Cases, need ["自然人|公民|个人"], not "复议|诉讼|法人|企业|组织|机构|单位|答复|办结|网络|网上|信函|当面|传真|邮件|网站|结转|上年|隐私|补正", within RECEIVED;
    [], Received, Cases, need ["法人|其他组织"], not "复议|诉讼|自然人|公民|个人|商业企业|科研|公益|法律服务|答复|办结|网络|网上|信函|当面|结转|上年", within RECEIVED, group "applications.received.organizations";
    ["applications.received.natural_person"], Received, Cases, need ["自然人|公民", "收到|受理", "公开申请|申请公开|依申请|信息申请"], not "复议|诉讼|法人|企业|组织|机构|单位|答复|办结|网络|网上|信函|当面|传真|邮件|网站|结转|上年|等";
    ["applications.received_by_channel.in_person"], Received, Cases, need ["当面|现场申请"], not "复议|诉讼|网络|网上|信函|传真|邮件|邮寄|邮递|答复|办结|自然人|公民|法人|网站|在线|电话", within RECEIVED;
    ["applications.received_by_channel.fax"], Received, Cases, need ["传真"], not "复议|诉讼|网络|网上|信函|当面|邮件|邮寄|邮递|答复|办结|自然人|公民|法人|网站|在线|电话", within RECEIVED;
    ["applications.received_by_channel.mail"], Received, Cases, need ["信函|邮寄|邮递|信件|寄来|来信申请"], not "复议|诉讼|网络|网上|当面|传真|邮件|邮箱|答复|办结|自然人|公民|法人|网站|在线|电话", within RECEIVED;
    ["applications.received_by_channel.online"], Received, Cases, need ["网络|网上|互联网|在线|网站"], not "邮件|邮箱|复议|诉讼|当面|传真|信函|邮寄|邮递|信件|答复|办结|自然人|公民|法人|电话|公开信息|发布|问政|信箱|来信", within RECEIVED;

    // Applications as a whole.
    ["applications.processed.total", "applications.closed.total"], Handled, Cases, need ["办理"], not "线上|线下|网站|复议|诉讼|正在|继续|下年|按时|按期|延期|举报|投诉|热线|提案|建议|网上|事项|业务", tails "办理", within CARRIED | RECEIVED;
    ["applications.processed.total", "applications.closed.total"], Handled, Cases, need ["办理", "公开申请|申请公开|依申请"], not "线上|线下|网站|复议|诉讼|正在|继续|下年|按时|按期|延期|举报|投诉|自然人|公民|法人|商业|予以公开|部分公开|不予|收到|受理|上年|结转|答复|办结", tails "办理政府信息公开申请|办理信息公开申请|办理依申请公开|办理依申请公开申请|办理依申请公开件";
    [], Handled, Cases, need ["处理", "公开申请|申请公开|依申请"], not "线上|线下|网站|复议|诉讼|正在|继续|下年|按时|按期|延期|举报|投诉|自然人|公民|法人|商业|予以公开|部分公开|不予|收到|受理|上年|结转|答复|办结|其他处理", tails "处理政府信息公开申请|处理信息公开申请|处理依申请公开|处理依申请公开申请|处理依申请公开件";
    ["applications.closed.extended"], Handled, Cases, need ["延期|延长", "办结|答复", "公开申请|申请公开|依申请|信息申请|申请"], not "复议|诉讼|按时|按期|举报|投诉|自然人|法人|商业";
    ["applications.closed.extended"], Handled, Cases, need ["延期办结|延期答复"], not "复议|诉讼|按时|按期|举报|投诉|自然人|法人|商业", within ANY_APPLICATION;
    ["applications.closed.on_time"], Handled, Cases, need ["按时|按期|期限内|时限内|限时", "办结|答复|办理完毕|办复", "公开申请|申请公开|依申请|信息申请"], not "复议|诉讼|延期|举报|投诉|自然人|法人|商业|予以公开|部分公开|不予|热线|提案|建议|收到|受理";
    ["applications.closed.on_time"], Handled, Cases, need ["按时办结|按期办结"], not "复议|诉讼|延期|举报|投诉|自然人|法人|商业|予以公开|部分公开|不予|热线|提案|建议|收到|受理", within ANY_APPLICATION;
    ["applications.processed.total", "applications.closed.total"], Handled, Cases, need ["办结|办理完毕|办复", "公开申请|申请公开|依申请|信息申请"], not "线上|线下|网站|余下|剩余|其余|复议|诉讼|按时|按期|期限内|时限内|延期|举报|投诉|自然人|公民|法人|商业|予以公开|部分公开|不予|同意公开|其他处理|热线|提案|建议|收到|受理|上年|结转|已公开|无法||将于|将在|未到|未答复|未办结|尚未|待答复|待办结|正在|期限届满";
    ["applications.processed.total", "applications.closed.total"], Handled, Cases, need ["办结"], not "线上|线下|网站|余下|剩余|其余|复议|诉讼|按时|按期|期限内|时限内|延期|举报|投诉|自然人|公民|法人|商业|予以公开|部分公开|不予|热线|提案|建议|收到|受理|上年|结转|信访|诉求|咨询|将于|将在|未到|未答复|未办结|尚未|待答复|待办结|正在|期限届满", within ANY_APPLICATION;
    ["applications.processed.total", "applications.replied.total"], Handled, Cases, need ["答复|办理结果", "公开申请|申请公开|依申请|信息申请|依申请公开答复"], not "线上|线下|网站|余下|剩余|其余|复议|诉讼|按时|按期|期限内|时限内|延期|举报|投诉|自然人|公民|法人|商业|予以公开|同意公开|部分公开|不予|热线|提案|建议|收到|受理|上年|结转|口头|电话|咨询|无法|其他处理|将于|将在|未到|未答复|未办结|尚未|待答复|待办结|正在|期限届满";
    ["applications.processed.total", "applications.replied.total"], Handled, Cases, need ["答复"], not "线上|线下|网站|余下|剩余|其余|复议|诉讼|按时|按期|期限内|时限内|延期|举报|投诉|自然人|公民|法人|商业|予以公开|同意公开|部分公开|不予|热线|提案|建议|收到|受理|上年|结转|信访|诉求|咨询|口头|电话|无法|其他处理|留言|将于|将在|未到|未答复|未办结|尚未|待答复|待办结|正在|期限届满", within ANY_APPLICATION;
    ["applications.received.total"], Received, Cases, need ["收到|受理|接收|接到|新收|收悉", "公开申请|申请公开|依申请|信息申请|公开件|申请政府信息公开"], not "受理点|受理窗口|申请点|受理机构|复议|诉讼|举报|投诉|自然人|个人|商业|科研|当面|传真|网络|网上|互联网|在线|邮件|信函|邮寄|邮递|书面|办结|答复|予以公开|部分公开|不予|结转|涉及|关于|撤销|补正|咨询|提案|建议|网站|邮箱|平台|不属于|其他组织申请|法人申请";
    ["applications.received.total"], Received, Cases, need ["公开申请|申请公开|依申请|信息申请|申请"], not "受理点|受理窗口|申请点|受理机构|复议|诉讼|举报|投诉|自然人|个人|公民|法人|商业|科研|当面|传真|网络|网上|互联网|在线|邮件|信函|邮寄|邮递|书面|办结|办理|处理|答复|予以公开|部分公开|不予|结转|涉及|关于|撤销|补正|咨询|提案|建议|网站|邮箱|平台|不属于|目录|公开信息|信息数|主动|作为|接待|指南|制度", tails "收到依申请公开申请|收到申请|受理申请|新收申请|接收申请|接到申请|收到的申请|收到依申请公开|受理依申请公开";
    ["applications.closed.total"], Handled, Cases, need ["申请办结"], not "复议|诉讼|按时|按期|延期|举报|投诉|自然人|法人|商业", tails "申请办结";
    ["applications.received.total"], Received, Cases, need ["公开申请总数|公开申请受理数|公开申请受理总数"], not "复议|诉讼|答复|办结|同意|不予";
    ["applications.received.total"], Received, Cases, need ["公开政府信息申请|公开政府信息的申请"], not "复议|诉讼|答复|办结|同意|不予|网上|当面|信函|传真|自然人|法人|办理|处理|目录|指南|制度|流程|渠道|涉及|关于";

    ["applications.received.total"], Received, Cases, need ["收到|受理|新收"], not "受理点|受理窗口|申请点|受理机构|复议|诉讼|举报|投诉|自然人|个人|法人|商业|科研|当面|传真|网络|网上|互联网|在线|邮件|信函|邮寄|邮递|书面|办结|答复|不予|结转|涉及|关于|撤销|补正|咨询|提案|建议|网站|邮箱|平台|其中|信访|诉求", tails "收到|受理|新收", within RECEIVED | CARRIED;

    // Proactive disclosure, by its media first.
    ["proactive.channel.gazette"], Items, Items, need ["公报", "公开|发布|刊登|刊发"], not "网站|微博|微信|公众号|广播|电视|其他|类|领域|规范性文件|文件", tails "政府信息|公开信息|发布信息";
    ["proactive.channel.weibo"], Items, Items, need ["微博", "公开|发布"], not "新媒体|头条|快手|视频号|网站|政务网|微信|公众号|公报|广播|电视|其他|类|领域|规范性文件|客户端|抖音|等", tails "政府信息|公开信息|发布信息|政务信息";
    ["proactive.channel.wechat"], Items, Items, need ["微信|公众号", "公开|发布"], not "新媒体|头条|快手|视频号|网站|政务网|微博|公报|广播|电视|其他|类|领域|规范性文件|客户端|抖音|等", tails "政府信息|公开信息|发布信息|政务信息";
    ["proactive.channel.website"], Items, Items, need ["网站|门户网|政府网", "公开|发布"], not "微博|微信|公众号|公报|广播|电视|其他|类|领域|规范性文件|客户端|抖音|新媒体|平台|公开栏|等", tails "政府信息|公开信息|发布信息|政务信息|各类信息";
    ["proactive.channel.other"], Items, Items, need ["其他方式|其他渠道|其他载体", "公开|发布"], not "网站|微博|微信|公众号|公报|类|领域|规范性文件", tails "政府信息|公开信息|发布信息";
    ["proactive.channel.gazette"], Items, Items, need ["公报"], not "网站|微博|微信|公众号|广播|电视|其他|类|领域|文件", within LISTED;
    ["proactive.channel.weibo"], Items, Items, need ["微博"], not "新媒体|头条|快手|视频号|网站|微信|公众号|公报|广播|电视|其他|类|领域|客户端|抖音|等", within LISTED;
    ["proactive.channel.wechat"], Items, Items, need ["微信|公众号"], not "新媒体|头条|快手|视频号|网站|微博|公报|广播|电视|其他|类|领域|客户端|抖音|等", within LISTED;
    ["proactive.channel.website"], Items, Items, need ["政府网站|门户网站|政府网|局网站|委网站|办网站"], not "微博|微信|公众号|公报|广播|电视|其他|类|领域|客户端|抖音|新媒体|平台|公开栏|等|子网站|部门网站|下级", within LISTED;
    ["proactive.channel.website"], Items, Items, need ["网站"], not "微博|微信|公众号|公报|广播|电视|其他|类|领域|客户端|抖音|新媒体|平台|公开栏|等|子网站|部门网站|下级|各", tails "其中网站|、网站|网站", within LISTED;
    ["proactive.channel.other"], Items, Items, need ["其他方式|其他渠道|其他载体|其它方式|其它渠道"], not "网站|微博|微信|公众号|公报|类|领域", within LISTED;
    ["proactive.channel.website"], Items, Items, need ["网站公开|网上公开"], not "微博|微信|公众号|公报|广播|电视|其他|类|领域|平台|部门网站|下级|门户", tails "网站公开|网上公开|网站公开数|网站公开信息", within LISTED;
    ["proactive.items_total"], Items, Items, need ["公开", "不同渠道|多种渠道|各种渠道|各类渠道|多渠道|多种形式|各种形式"], not "网站|门户网|网页|微博|微信|公众号|公报|报刊|电视|广播|平台|客户端|APP|抖音|头条|快手|视频号|报纸|公开栏|公示栏|公告栏|显示屏|新媒体|专栏|新闻网|日报|其他方式|其他渠道|其他载体|查阅点|政务网|其他|类|领域|财政|预决算|规范性文件|解读|重点|依申请|不予|目录|门户|媒体|载体|政府网|在线|政务服务",
        tails "主动公开政府信息|主动公开信息|主动公开各类信息|主动公开各类政府信息|主动公开政务信息|主动公开的政府信息|公开政府信息|公开各类政府信息|政府信息主动公开|信息主动公开";
    ["proactive.items_total"], Items, Items, need ["公开"], not "网站|门户网|网页|微博|微信|公众号|公报|报刊|电视|广播|平台|客户端|APP|抖音|头条|快手|视频号|报纸|公开栏|公示栏|公告栏|显示屏|新媒体|专栏|新闻网|日报|其他方式|其他渠道|其他载体|查阅点|政务网|其他|类|领域|财政|预决算|规范性文件|解读|重点|依申请|不予|目录|门户|媒体|载体|政府网|在线|通过|利用|政务服务",
        tails "主动公开政府信息|主动公开信息|主动公开各类信息|主动公开各类政府信息|主动公开政务信息|主动公开的政府信息|公开政府信息|公开各类政府信息|政府信息主动公开|信息主动公开";

    ["proactive.items_total"], Items, Items, need ["发布|公布"], not "网站|门户网|网页|微博|微信|公众号|公报|报刊|电视|广播|平台|客户端|APP|抖音|头条|快手|视频号|报纸|公开栏|公示栏|公告栏|显示屏|新媒体|专栏|新闻网|日报|其他方式|其他渠道|其他载体|查阅点|政务网|其他|类|领域|财政|预决算|规范性文件|解读|重点|依申请|不予|目录|门户|媒体|载体|政府网|在线|通过|利用|政务服务",
        tails "发布政府信息|发布政务信息|发布各类政府信息|发布各类政务信息|公布政府信息|公布各类政府信息", alone true;

    // Documents.
    ["proactive.normative_documents.in_force"], Documents, Cases, need ["现行有效|继续有效", "规范性文件"], not "解读|备案|审查|审议|审定|草案|制度|公布率|规章|废止|有效期|《";
    ["proactive.normative_documents.repealed"], Documents, Cases, need ["废止", "规范性文件"], not "解读|备案|审查|审议|审定|草案|制度|规章|现行|有效|制发|制定|出台|失效|修改|修订|宣布|拟|《";
    ["proactive.normative_documents.issued", "proactive.normative_documents.newly_made"], Documents, Cases, need ["制发|制定|出台|印发|制作|新制", "规范性文件"], not "解读|备案|审查|审核|审议|审定|清理|修订|修改|草案|征求|征集|转发|上报|报送|评估|制度|会议|培训|宣传|失效|规章|现行|有效|废止|公开|参与|关于|《|程序|计划|党内|其他|以县|以市|以区|名义";
    ["proactive.normative_documents.issued", "proactive.normative_documents.newly_made"], Documents, Cases, need ["新发布|新制发|新出台|新印发", "规范性文件"], not "备案|审查|审核|审议|审定|清理|修订|修改|草案|征求|征集|转发|上报|报送|评估|制度|会议|培训|失效|规章|现行|有效|废止|《|党内|其他|以县|以市|以区|名义";
    ["proactive.normative_documents.in_force"], Documents, Cases, need ["现行有效|继续有效"], not "解读|备案|规章|废止|有效期|《", within DOCUMENTS;
    ["proactive.normative_documents.repealed"], Documents, Cases, need ["废止"], not "解读|备案|规章|现行|有效|失效|修改|修订|宣布|拟", within DOCUMENTS;
    ["proactive.normative_documents.total_disclosed"], Documents, Cases, need ["对外公开"], not "解读|备案|规章|草案", tails "对外公开", within DOCUMENTS;
    ["proactive.normative_documents.total_disclosed"], Documents, Cases, need ["累计公开|累计对外公开"], not "解读|备案|规章|草案", tails "累计公开|累计对外公开", within DOCUMENTS;
    ["proactive.normative_documents.newly_made"], Documents, Cases, need ["新制作并公开", "规范性文件"], not "解读|备案|审查|修订|修改|草案|规章|现行|有效|废止|《|其他";
    ["proactive.normative_documents.disclosed_items"], Documents, Informed, need ["公开", "规范性文件"], not "解读|备案|审查|草案|征求|征集|制度|规章|现行|有效|废止|失效|制发|制定|出台|印发|类|领域|其他|网站|微信|微博", tails "规范性文件|规范性文件信息";
    ["proactive.regulations.in_force"], Regulations, Cases, need ["现行有效", "规章"], not "解读|备案|规章制度|规范性文件|废止|有效期|《";
    ["proactive.regulations.repealed"], Regulations, Cases, need ["废止", "规章"], not "解读|备案|规章制度|规范性文件|现行|有效|修改|修订|制定|失效";
    ["proactive.regulations.issued", "proactive.regulations.newly_made"], Regulations, Cases, need ["制发|制定|出台|新制", "规章"], not "解读|备案|审查|审议|规章制度|规范性文件|现行|有效|废止|修订|修改|草案|征求";
    ["proactive.regulations.in_force"], Regulations, Cases, need ["现行有效"], not "解读|备案|规范性文件|废止", within REGULATIONS;
    ["proactive.regulations.repealed"], Regulations, Cases, need ["废止"], not "解读|备案|规范性文件|现行|有效|失效|修改|修订", within REGULATIONS;

    // What offices do to the public.
    ["proactive.licensing.decisions"], Other, Files, need ["行政许可"], not "处罚|强制|事项|类|各类|公示|领域|上年|取消|下放|承接", tails "行政许可|行政许可决定|行政许可处理决定|行政许可处理决定数";
    ["proactive.penalties.decisions"], Other, Files, need ["行政处罚"], not "许可|强制|事项|类|各类|公示|领域|上年|取消", tails "行政处罚|行政处罚决定|行政处罚处理决定";
    ["proactive.coercive_measures.decisions"], Other, Files, need ["行政强制"], not "许可|处罚|事项|类|各类|公示|领域|上年|取消", tails "行政强制|行政强制决定|行政强制处理决定|行政强制措施";
    ["proactive.administrative_fees.amount"], Other, Money, need ["行政事业性收费"], not "减免|免征|取消|降低|减少|处理费";
    ["applications.fees_collected"], Other, Money, need ["信息处理费|依申请公开|公开申请", "收取|收费|处理费"], not "减免|退还|标准|每件|行政事业性";

    ["applications.fees_collected"], Other, Money, need ["检索、复制|检索费|依申请提供"], not "减免|退还|标准|每件|行政事业性|规定|按照";

    ["proactive.central_procurement.projects"], Other, Places, need ["集中采购"], not "预算|节约|金额|限额|目录", tails "政府集中采购项目|集中采购项目";
    ["proactive.central_procurement.amount"], Other, Money, need ["集中采购"], not "预算|节约|限额|目录", tails "集中采购总金额|集中采购金额|政府集中采购总金额";

    // Only on the list of 2014.
    ["response.interpretation_articles"], Other, Times, need ["解读"], not "图解|图文|视频|动漫|转载|产品|培训|次数|多形式|新闻发布会|网站|微信|专栏", tails "政策解读稿件|发布解读材料|发布解读稿件|发布政策解读|发布相关政策解读|政策解读稿|政策解读材料";
    ["response.press_conferences.principal_attended"], Other, Times, need ["主要负责同志|主要领导|主要负责人", "新闻发布会"], not "访谈|听取";
    ["response.press_conferences.total"], Other, Times, need ["新闻发布会"], not "吹风会|访谈|主要负责|主要领导|疫情|专场|负责人|领导";
    ["response.online_interviews.principal_attended"], Other, Times, need ["主要负责同志|主要领导|主要负责人", "在线访谈"], not "新闻发布会|听取";
    ["response.online_interviews.total"], Other, Times, need ["在线访谈"], not "新闻发布会|主要负责|主要领导|负责人|领导|参加|县长|市长|区长|局长";
    ["response.hot_topics"], Other, Times, need ["回应公众关注"], not "微信|微博|网站", tails "政务舆情|重大舆情|热点或重大舆情|热点舆情";
    ["capacity.dedicated_offices"], Staff, Places, need ["专门机构"], not "单位|科室";
    ["capacity.reading_points"], Other, Places, need ["查阅点|查阅场所"], not "新增|新设|每个|配备|接待|其中|网点";
    ["capacity.staff.total"], Staff, Persons, need ["信息公开工作人员|政务公开工作人员|信息公开工作的人员|政务公开工作的人员"], not "专职|兼职|培训|参加|窗口|名额";
    ["capacity.staff.total"], Staff, Persons, need ["从事政府信息公开工作人员|从事政务公开工作人员|工作人员"], not "专职|兼职|培训|参加|窗口|名额", within STAFF;
    ["capacity.staff.full_time"], Staff, Persons, need ["专职人员|专职工作人员"], not "兼职|专兼职|培训", within STAFF;
    ["capacity.staff.part_time"], Staff, Persons, need ["兼职人员|兼职工作人员"], not "专职|专兼职|培训", within STAFF;
    ["capacity.budget"], Other, Money, need ["专项经费", "信息公开|政务公开"], not "其中|万元以上";
};
