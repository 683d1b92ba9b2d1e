// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/event.h"

#include <QString>

namespace ob::ui {

/// The fixed words of an evidence page.
struct EvidenceWords {
    static QString title();
    static QString drill();
    static QString live();
    static QString lead();

    static QString realm();
    static QString kind();
    static QString exportedAt();
    static QString exportedBy();
    static QString operatorAtDesk();
    static QString program();
    static QString chosen();
    static QString contents();
    static QString sharing();
    static QString noChoice();
    static QString from(QString const& moment);
    static QString to(QString const& moment);
    static QString counts(qsizetype incidents, qsizetype events);
    static QString classWords(core::SectionClass sharing);

    static QString checking();
    static QString checkByProgram();
    static QString checkRealm();
    static QString checkLimits();
    static QString leftOut();
    static QString leftOutOf(core::SectionClass sectionClass, qsizetype count);
    static QString nothingLeftOut();
    static QString whyLeftOut();
    static QString absent(qsizetype count);

    static QString heads();
    static QString log();
    static QString desk();
    static QString entries();
    static QString signedAt();
    static QString root();
    static QString cosigned(QString const& agencies);
    static QString statements(qsizetype count);

    static QString when();
    static QString recorded();
    static QString who();
    static QString what();
    static QString entry();
    static QString state();
    static QString place();
    static QString opened();
    static QString ended();
    static QString notShown();
};

} // namespace ob::ui
