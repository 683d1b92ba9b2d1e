// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace ob::ui {

/// Where half-filled calls outlive the program. They hold names and numbers of callers: what is kept is
/// sealed. Neither waits for long; GUI thread.
class DraftPort {
  public:
    struct Kept {
        QByteArray content; ///< empty: nothing is kept
        bool isUnreadable = false;
    };

    virtual ~DraftPort() = default;
    /// In place of what was kept; empty: nothing is to be kept any more. False when it could not be done.
    virtual bool save(QByteArray const& content) = 0;
    virtual Kept load() = 0;
};

} // namespace ob::ui
