// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/intake/call_draft.h"

#include <QWidget>

class QLabel;

namespace ob::ui {

class FlatButton;

/// Below the address: the point that goes with it, and the question whether it still does.
class PlaceLine : public QWidget {
    Q_OBJECT
  public:
    explicit PlaceLine(QWidget* parent = nullptr);
    /// `typed`: degrees that stand in the address.
    void show(CallDraft const& call, std::optional<core::GeoPoint> typed);
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
    CallDraft m_call;
    std::optional<core::GeoPoint> m_typed;
    bool m_isWaiting = false;
};

/// "30.12300, 160.45600".
QString degreesText(core::GeoPoint point);

} // namespace ob::ui
