// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/text/phrase.h"

#include "ui/text/sentence.h"

#include <QCoreApplication>

namespace ob::ui {
namespace {

class PhraseText {
    Q_DECLARE_TR_FUNCTIONS(PhraseText)
  public:
    //: What happened, and details in brackets.
    static QString bracketed() { return tr("%1 (%2)"); }
    //: What happened, and the words of whoever entered it.
    static QString followed() { return tr("%1: %2"); }
};

} // namespace

QString withDetails(QString const& main, QStringList const& details) {
    QStringList said = details;
    said.removeAll(QString());
    return said.isEmpty() ? main : filled(PhraseText::bracketed(), {main, listed(said)});
}

QString withRest(QString const& main, QString const& rest) {
    return rest.isEmpty() ? main : filled(PhraseText::followed(), {main, rest});
}

} // namespace ob::ui
