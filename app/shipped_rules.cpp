// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/shipped_rules.h"

#include "core/ensure.h"

#include <QFile>

// A resource of a static library is linked only when it is named, and outside of any namespace.
static void initRules() { Q_INIT_RESOURCE(app_rules); }

namespace ob::app {

core::RuleFiles shippedRuleFiles() {
    initRules();
    core::RuleFiles files;
    for (std::string_view const name : core::ruleFileNames()) {
        QFile file(QStringLiteral(":/rules/") + QLatin1String(name.data(), static_cast<int>(name.size())));
        OB_ENSURE(file.open(QIODevice::ReadOnly));
        files.emplace(name, file.readAll().toStdString());
    }
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

} // namespace ob::app
