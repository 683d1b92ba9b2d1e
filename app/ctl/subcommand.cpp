// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/subcommand.h"

#include "app/caller.h"

#include <QRegularExpression>

namespace ob::app {

Arguments::Arguments(QString const& name, QString const& description) : m_name(name) {
    m_parser.setApplicationDescription(description);
    m_parser.addOption({{QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Show this help.")});
    m_known << QStringLiteral("help");
    flag(QStringLiteral("json"), QStringLiteral("One JSON object a line, for programs."));
    option(QStringLiteral("lang"), QStringLiteral("zh_CN|en"),
           QStringLiteral("Language of what is printed."));
}

Arguments& Arguments::option(QString const& name, QString const& value, QString const& description) {
    m_parser.addOption({name, description, value});
    m_known << name;
    return *this;
}

Arguments& Arguments::flag(QString const& name, QString const& description) {
    m_parser.addOption({name, description});
    m_known << name;
    return *this;
}

Arguments& Arguments::positional(QString const& name, QString const& description) {
    m_parser.addPositionalArgument(name, description);
    return *this;
}

void Arguments::parse(QStringList const& arguments) {
    m_given = arguments;
    if (!m_parser.parse(QStringList{m_name} + arguments)) throw UsageError(m_parser.errorText());
    if (!has(QStringLiteral("help"))) return;
    QString text = m_parser.helpText();
    // Qt names the program by its file; a subcommand has a name of its own.
    text.replace(QRegularExpression(QStringLiteral("^Usage: \\S+")),
                 QStringLiteral("Usage: oneboardctl ") + m_name);
    caller().write(text.toStdString());
    throw HelpShown();
}

QString Arguments::required(QString const& name) const {
    if (!has(name)) throw UsageError(QStringLiteral("--%1 is missing").arg(name));
    return value(name);
}

} // namespace ob::app
