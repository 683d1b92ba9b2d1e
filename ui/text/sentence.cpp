// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/text/sentence.h"

#include "ui/text/language.h"

#include <QCoreApplication>

namespace ob::ui {
namespace {

class SentenceText {
    Q_DECLARE_TR_FUNCTIONS(SentenceText)
  public:
    //: Between the things of a list.
    static QString comma() { return tr(", "); }
};

} // namespace

QString filled(QString const& sentence, QStringList const& arguments) {
    QString text;
    for (qsizetype at = 0; at < sentence.size(); ++at) {
        bool const isPlace = sentence[at] == QLatin1Char('%') && at + 1 < sentence.size()
                             && sentence[at + 1] >= QLatin1Char('1') && sentence[at + 1] <= QLatin1Char('9');
        if (!isPlace) {
            text += sentence[at];
            continue;
        }
        qsizetype const index = sentence[++at].unicode() - u'1';
        text += index < arguments.size() ? arguments[index] : QStringLiteral("?");
    }
    return text;
}

QString listed(QStringList const& things) { return things.join(SentenceText::comma()); }

QString joined(QStringList const& sentences) {
    QString text;
    for (QString const& sentence : sentences) {
        if (sentence.isEmpty()) continue;
        if (!text.isEmpty() && currentLanguage() == Language::English) text += QLatin1Char(' ');
        text += sentence;
    }
    return text;
}

} // namespace ob::ui
