// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/enrolment_options.h"

#include "app/ctl/json_text.h"
#include "app/shipped_rules.h"
#include "app/system_time.h"
#include "core/identity/fingerprint.h"
#include "ui/text/sentence.h"

#include <algorithm>
#include <cstdio>

namespace ob::app {
namespace {

QString digitsOf(QString const& text) {
    QString digits;
    for (QChar const each : text)
        if (!each.isSpace() && each != QLatin1Char('-')) digits += each;
    return digits;
}

} // namespace

Passphrase passphraseOf(Arguments const& arguments, QString const& option) {
    if (!arguments.has(option)) return {};
    return Passphrase::ofFile(arguments.value(option).toStdString());
}

std::optional<std::uint32_t> countOf(Arguments const& arguments, QString const& option, std::uint32_t most) {
    if (!arguments.has(option)) return std::nullopt;
    bool isNumber = false;
    auto const count = arguments.value(option).toUInt(&isNumber);
    if (!isNumber || count == 0 || count > most)
        throw UsageError(QStringLiteral("--%1 is a number from 1 to %2").arg(option).arg(most));
    return count;
}

std::filesystem::path newFileOf(Arguments const& arguments, QString const& option) {
    std::filesystem::path const file = arguments.required(option).toStdString();
    if (file.empty()) throw UsageError(QStringLiteral("--%1 needs the name of a file").arg(option));
    if (std::filesystem::exists(file))
        throw UsageError(QStringLiteral("there is a %1 already: choose another name, or remove it")
                             .arg(ui::textOf(file.string())));
    return file;
}

void expectNoMore(Arguments const& arguments) {
    if (!arguments.rest().isEmpty())
        throw UsageError(QStringLiteral("%1 is one word too many; see --help").arg(arguments.rest().front()));
}

std::string zoneOf(Arguments const& arguments) {
    if (!arguments.has(QStringLiteral("zone"))) return "Asia/Shanghai";
    auto zone = arguments.value(QStringLiteral("zone")).toStdString();
    auto const isAllowed = [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')
               || std::string_view("/_-+").find(c) != std::string_view::npos;
    };
    bool const isForm = !zone.empty() && zone.size() <= core::RealmFile::maxZoneBytes && zone.front() != '/'
                        && std::ranges::all_of(zone, isAllowed);
    if (!isForm || !RealmZone::isKnown(zone))
        throw UsageError(QStringLiteral("%1 is no time zone of this machine").arg(ui::textOf(zone)));
    return zone;
}

void throwOrShowUsage(QStringList const& arguments, QString const& usage) {
    bool const isAsked =
        !arguments.isEmpty()
        && (arguments[0] == QStringLiteral("--help") || arguments[0] == QStringLiteral("-h"));
    if (!isAsked) throw UsageError(usage);
    std::printf("Usage: oneboardctl %s\n", usage.toUtf8().constData());
}

std::vector<AgencyNames> agenciesOf(QString const& text) {
    auto const rules = shippedRuleBook();
    std::vector<AgencyNames> agencies;
    for (QString const& each : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        qsizetype const colon = each.indexOf(QLatin1Char(':'));
        std::string const codeText = each.left(colon < 0 ? each.size() : colon).trimmed().toStdString();
        auto const code = core::Code::of(codeText);
        if (!code) throw UsageError(QStringLiteral("%1 is no agency: write CODE:NAME").arg(each));
        auto const* const known = rules.agency(code->text());
        std::string const given = colon < 0 ? std::string() : each.mid(colon + 1).trimmed().toStdString();
        if (given.empty() && !known)
            throw UsageError(QStringLiteral("agency %1 needs a name: CODE:NAME").arg(each));
        agencies.push_back({.code = *code,
                            .nameZh = given.empty() ? known->name.zh : given,
                            .nameEn = known ? known->name.en : given});
    }
    if (agencies.empty()) throw UsageError(QStringLiteral("--agencies names no agency"));
    return agencies;
}

void addCoordinatorOption(Arguments& arguments) {
    arguments.option(
        QStringLiteral("coordinator"), QStringLiteral("CODE"),
        QStringLiteral("An agency, such as a joint command centre, that may know place and words of "
                       "every incident; may be given several times."));
}

std::vector<core::Code> coordinatorsOf(Arguments const& arguments) {
    std::vector<core::Code> codes;
    for (QString const& text : arguments.values(QStringLiteral("coordinator"))) {
        auto const code = core::Code::of(text.toStdString());
        if (!code) throw UsageError(QStringLiteral("--coordinator %1 is no code of an agency").arg(text));
        codes.push_back(*code);
    }
    return codes;
}

QString namesOf(core::Clearance const& clearance) {
    QStringList names;
    for (auto const sectionClass : clearance.sections) {
        switch (sectionClass) {
        case core::SectionClass::Open: names << QStringLiteral("open"); break;
        case core::SectionClass::Joint: names << QStringLiteral("joint"); break;
        case core::SectionClass::Own: names << QStringLiteral("own"); break;
        case core::SectionClass::Personal: names << QStringLiteral("personal"); break;
        case core::SectionClass::Sealed: names << QStringLiteral("sealed"); break;
        }
    }
    return names.join(QLatin1Char(','));
}

QString nameOfScope(core::IncidentScope scope) {
    return scope == core::IncidentScope::All ? QStringLiteral("all") : QStringLiteral("assigned");
}

bool isFingerprint(QString const& text) {
    auto const digits = digitsOf(text);
    return digits.size() == 30 && std::ranges::all_of(digits, [](QChar each) {
               return each >= QLatin1Char('0') && each <= QLatin1Char('9');
           });
}

bool isSameFingerprint(QString const& text, core::PublicKey const& key) {
    return digitsOf(text) == digitsOf(ui::textOf(core::fingerprintOf(key)));
}

} // namespace ob::app
