// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/geo.h"

#include <QWidget>

#include <optional>

class QLabel;

namespace ob::ui {

class FlatButton;

/// Below the address: the point that goes with it, and the question whether it still does.
class PlaceLine : public QWidget {
    Q_OBJECT
  public:
    explicit PlaceLine(QWidget* parent = nullptr);
    struct Shown {
        std::optional<core::GeoPoint> point;
        QString context;   ///< district, may be empty
        bool asks = false; ///< whether the point still holds
    };
    void show(Shown shown);
    void awaitMap(bool isWaiting);
    void retranslate();

  Q_SIGNALS:
    void kept();
    void dropped();
    void mapWanted();

  private:
    void restate();

    QLabel* m_words;
    FlatButton* m_keep;
    FlatButton* m_drop;
    FlatButton* m_map;
    Shown m_shown;
    bool m_isWaiting = false;
};

/// "30.12300, 160.45600".
QString degreesText(core::GeoPoint point);

} // namespace ob::ui
