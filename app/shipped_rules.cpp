// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/shipped_rules.h"

#include "core/ensure.h"
#include "core/interop/hazard_json.h"
#include "core/interop/sop_json.h"

#include <QFile>

// A resource of a static library is linked only when it is named, and outside of any namespace.
static void initRules() { Q_INIT_RESOURCE(app_rules); }

namespace ob::app {

namespace {

std::string shippedText(std::string_view name) {
    initRules();
    QFile file(QStringLiteral(":/rules/") + QLatin1String(name.data(), static_cast<int>(name.size())));
    OB_ENSURE(file.open(QIODevice::ReadOnly));
    return file.readAll().toStdString();
}

} // namespace

core::RuleFiles shippedRuleFiles() {
    core::RuleFiles files;
    for (std::string_view const name : core::ruleFileNames())
        files.emplace(name, shippedText(name));
    return files;
}

core::RuleBook shippedRuleBook() {
    auto rules = core::loadRuleBook(shippedRuleFiles());
    OB_ENSURE(rules);
    return *std::move(rules);
}

core::RuleBook const& sharedRuleBook() {
    static core::RuleBook const rules = shippedRuleBook();
    return rules;
}

core::SopBook shippedSopBook() {
    auto cards = core::loadSopBook(shippedText(core::sopFileName), sharedRuleBook());
    OB_ENSURE(cards);
    return *std::move(cards);
}

core::HazardBook const& sharedHazardBook() {
    static core::HazardBook const hazards = [] {
        auto book = core::loadHazardBook(shippedText(core::hazardFileName));
        OB_ENSURE(book);
        return *std::move(book);
    }();
    return hazards;
}

} // namespace ob::app
