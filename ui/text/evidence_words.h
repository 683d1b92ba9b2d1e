// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/event.h"

#include <QString>

namespace ob::ui {

/// The fixed words of an evidence page.
namespace evidence_words {
QString title();
QString drill();
QString live();
QString lead();

QString realm();
QString kind();
QString exportedAt();
QString exportedBy();
QString operatorAtDesk();
QString program();
QString chosen();
QString contents();
QString sharing();
QString noChoice();
QString from(QString const& moment);
QString to(QString const& moment);
QString counts(qsizetype incidents, qsizetype events);
QString classWords(core::SectionClass sharing);

QString checking();
QString checkByProgram();
QString checkRealm();
QString checkLimits();
QString leftOut();
QString leftOutOf(core::SectionClass sectionClass, qsizetype count);
QString nothingLeftOut();
QString whyLeftOut();
QString absent(qsizetype count);

QString heads();
QString log();
QString desk();
QString entries();
QString signedAt();
QString root();
QString cosigned(QString const& agencies);
QString statements(qsizetype count);

QString when();
QString recorded();
QString who();
QString what();
QString entry();
QString state();
QString place();
QString opened();
QString ended();
QString notShown();
} // namespace evidence_words
} // namespace ob::ui
