// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/map/label_placer.h"

#include <QObject>

namespace ob::ui {

/// Finds places for names in a thread of its own.
class LabelWorker : public QObject {
    Q_OBJECT
  public:
    void run(LabelJob const& job) {
        Q_EMIT finished(std::make_shared<LabelScene const>(m_placer.place(job)));
    }

  Q_SIGNALS:
    void finished(std::shared_ptr<ob::ui::LabelScene const> scene);

  private:
    LabelPlacer m_placer;
};

} // namespace ob::ui
