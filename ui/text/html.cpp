// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/text/html.h"

namespace ob::ui {
namespace {

bool misleads(QChar c) {
    ushort const code = c.unicode();
    bool const isControl = (code < 0x20 && code != u'\n') || (code >= 0x7f && code < 0xa0);
    bool const turns = (code >= 0x200e && code <= 0x200f) || (code >= 0x202a && code <= 0x202e)
                       || (code >= 0x2066 && code <= 0x2069) || code == 0x061c;
    bool const isInvisible = code == 0x200b || code == 0xfeff || code == 0x2028 || code == 0x2029;
    return isControl || turns || isInvisible || code >= 0xfffe;
}

} // namespace

QString escaped(QString const& text) {
    QString shown;
    shown.reserve(text.size());
    for (QChar const c : text)
        shown += misleads(c) ? QChar(QChar::ReplacementCharacter) : c;
    return shown.toHtmlEscaped();
}

QString element(QString const& name, QString const& content, QString const& className) {
    QString const attribute =
        className.isEmpty() ? QString() : QStringLiteral(" class=\"%1\"").arg(className);
    return QLatin1Char('<') + name + attribute + QLatin1Char('>') + content + QStringLiteral("</") + name
           + QLatin1Char('>');
}

} // namespace ob::ui
