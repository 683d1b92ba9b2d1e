// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/console/console.h"

#include <QScrollArea>

#include <map>
#include <vector>

class QVBoxLayout;

namespace ob::ui {

/// Records of places in full, one below the other; each with a button for the person to call, who is shown
/// until the records change, another operator comes or this is hidden.
class PremiseDetails : public QScrollArea {
    Q_OBJECT
  public:
    explicit PremiseDetails(Console& console, QWidget* parent = nullptr);

    void show(std::vector<core::PremiseFound> found);
    std::vector<core::PremiseFound> const& found() const { return m_found; }
    /// Of all that there is to read, at this width.
    int heightFor(int width) const;
    QSize sizeHint() const override;
    void retranslate() { rebuild(); }

  protected:
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    void rebuild();
    void addRecord(QVBoxLayout& list, core::PremiseFound const& found);
    void addContact(QVBoxLayout& list, core::Premise const& premise);
    void ask(std::string const& key);

    Console& m_console;
    std::vector<core::PremiseFound> m_found;
    std::map<std::string, QString> m_told; ///< contacts, or why there are none, by key
};

} // namespace ob::ui
