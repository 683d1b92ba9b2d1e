// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/verify_bundle.h"

#include "app/ctl/json_text.h"
#include "app/ctl/subcommand.h"
#include "app/files.h"
#include "app/realm_folder.h"
#include "app/shipped_rules.h"
#include "app/system_time.h"
#include "app/zip_archive.h"
#include "core/identity/fingerprint.h"
#include "core/journal/bundle_fields.h"
#include "ui/text/evidence_page.h"
#include "ui/text/language.h"
#include "ui/text/sentence.h"

#include <QCoreApplication>

#include <cstdio>

namespace ob::app {
namespace {

using core::FindingPart;
using core::FindingReason;

core::BundleFinding finding(FindingPart part, FindingReason reason, std::string_view file) {
    return {.finding = {.log = {}, .index = 0, .part = part, .reason = reason}, .file = std::string(file)};
}

/// The language of texts while it lives.
class Speaking {
  public:
    explicit Speaking(std::string_view language)
        : m_before(ui::currentLanguage() == ui::Language::Chinese ? "zh_CN" : "en") {
        ui::installLanguage(*QCoreApplication::instance(), language);
    }
    ~Speaking() { ui::installLanguage(*QCoreApplication::instance(), m_before); }
    Speaking(Speaking const&) = delete;
    Speaking& operator=(Speaking const&) = delete;

  private:
    std::string m_before;
};

/// The page must be what the events of the bundle give when it is made again.
void checkPage(core::BundleCheck& check) {
    if (!check.bundle || !check.realm || !check.exporter || !check.page) return;
    Speaking const speaking(check.bundle->manifest.language);
    auto const rules = shippedRuleBook();
    RealmZone zone(check.realm->zone);
    QString const page = ui::evidencePage({.bundle = *check.bundle,
                                           .realm = *check.realm,
                                           .exporter = *check.exporter,
                                           .rules = rules,
                                           .zone = zone});
    if (page.toStdString() != *check.page)
        check.report(finding(FindingPart::Page, FindingReason::Differs, core::bundle_name::page));
}

std::string digitsOf(std::string_view text) {
    std::string digits;
    for (char const c : text)
        if (c >= '0' && c <= '9') digits += c;
    return digits;
}

/// Whether the realm was compared with one known from elsewhere; reports when it is another.
bool compareRealm(Arguments const& arguments, core::BundleCheck& check) {
    bool isCompared = false;
    bool isSame = check.realm.has_value();
    if (arguments.has(QStringLiteral("realm"))) {
        std::filesystem::path path = arguments.value(QStringLiteral("realm")).toStdString();
        if (std::filesystem::is_directory(path)) path /= "realm.obrealm";
        auto const known = realmOf(readFile(path), path);
        // An older or newer version of the same realm is the same realm.
        isSame = isSame
                 && (*check.realm == known || core::checkSuccessor(known, *check.realm)
                     || core::checkSuccessor(*check.realm, known));
        isCompared = true;
    }
    if (arguments.has(QStringLiteral("fingerprint"))) {
        std::string const wanted = digitsOf(arguments.value(QStringLiteral("fingerprint")).toStdString());
        if (wanted.size() != 30)
            throw UsageError(QStringLiteral("--fingerprint has 30 digits: six groups of five"));
        isSame = isSame && wanted == digitsOf(core::fingerprintOf(check.realm->rootKey));
        isCompared = true;
    }
    if (isCompared && !isSame)
        check.report(finding(FindingPart::Realm, FindingReason::OtherRealm, core::bundle_name::realm));
    return isCompared;
}

void print(core::BundleFinding const& each, bool json) {
    auto const& [log, index, part, reason] = each.finding;
    std::string const logText = log.isNil() ? std::string() : log.hex();
    if (json) {
        QJsonObject object{{QStringLiteral("log"), ui::textOf(logText)},
                           {QStringLiteral("index"), static_cast<qint64>(index)},
                           {QStringLiteral("part"), ui::textOf(nameOf(part))},
                           {QStringLiteral("reason"), ui::textOf(nameOf(reason))}};
        if (!each.file.empty()) object.insert(QStringLiteral("file"), ui::textOf(each.file));
        return printJson(object);
    }
    std::printf("log %s index %llu %s: %s%s%s\n", logText.empty() ? "-" : logText.substr(0, 16).c_str(),
                static_cast<unsigned long long>(index), std::string(nameOf(part)).c_str(),
                std::string(nameOf(reason)).c_str(), each.file.empty() ? "" : " in ", each.file.c_str());
}

void printSummary(core::BundleCheck const& check, bool isCompared, bool json) {
    std::string const fingerprint = check.realm ? core::fingerprintOf(check.realm->rootKey) : std::string();
    std::size_t const events = check.bundle ? check.bundle->events.size() : 0;
    std::size_t const logs = check.bundle ? check.bundle->logs.size() : 0;
    bool const isDrill = check.realm && check.realm->kind == core::RealmKind::Drill;
    if (json)
        return printJson({{QStringLiteral("logs"), static_cast<qint64>(logs)},
                          {QStringLiteral("events"), static_cast<qint64>(events)},
                          {QStringLiteral("realm"), check.realm ? ui::textOf(check.realm->name) : QString()},
                          {QStringLiteral("drill"), isDrill},
                          {QStringLiteral("fingerprint"), ui::textOf(fingerprint)},
                          {QStringLiteral("compared"), isCompared},
                          {QStringLiteral("findings"), static_cast<qint64>(check.findings.size())}});
    std::printf("%s%zu logs, %zu events: %s\n", isDrill ? "DRILL: " : "", logs, events,
                check.findings.empty() ? "sound" : "NOT SOUND");
    if (check.findingsLeftOut > 0) std::printf("%zu more findings are not shown\n", check.findingsLeftOut);
    if (fingerprint.empty()) return;
    std::printf("realm %s, fingerprint %s\n%s\n", check.realm->name.c_str(), fingerprint.c_str(),
                isCompared
                    ? "compared with the realm that was given"
                    : "NOT compared: ask the agencies for their realm's fingerprint, or give --realm or "
                      "--fingerprint; a file cannot vouch for its own origin");
}

/// A page of another version may differ without anybody having touched it.
void explainPage(core::BundleCheck const& check) {
    bool const isOther = check.bundle && check.bundle->manifest.program != "OneBoard " OB_VERSION;
    auto const page = finding(FindingPart::Page, FindingReason::Differs, core::bundle_name::page);
    if (isOther && check.findings.contains(page))
        std::fprintf(stderr,
                     "the page was made by another version of the program: verify with that one before you "
                     "take it for edited\n");
}

} // namespace

int verifyBundle(Arguments const& arguments) {
    std::filesystem::path const file = arguments.rest().front().toStdString();
    auto const read = unzipped(file);
    auto check = core::checkBundle(read.files);
    for (auto const& each : read.findings)
        check.report(each);
    checkPage(check);
    bool const isCompared = compareRealm(arguments, check);
    for (auto const& each : check.findings)
        print(each, arguments.json());
    printSummary(check, isCompared, arguments.json());
    explainPage(check);
    return check.findings.empty() ? exitDone : exitProblem;
}

} // namespace ob::app
