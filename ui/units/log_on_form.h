// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/units/duty_line.h"
#include "ui/units/last_shift.h"

#include <QWidget>

#include <map>

class QLabel;

namespace ob::ui {

class CapabilityTicks;
class FlatButton;
class LabelledField;

/// The shift of a unit of this agency: who is on board, with what, until when. Begins with what the last
/// shift had; says a line of the command language.
class LogOnForm : public QWidget {
    Q_OBJECT
  public:
    explicit LogOnForm(Console& console, QWidget* parent = nullptr);

    /// Never null. `last`: as far as it is known yet. What is half typed stays, also when another unit was
    /// shown meanwhile.
    void show(std::shared_ptr<core::Unit const> unit, std::optional<Shift> const& last);
    void focusFirst();
    /// What the button says; empty when there is nothing to say, or something that cannot be read.
    QString line() const;
    void translate();

  private:
    struct Typed {
        QString crew;
        QString end;
        QString vehicle;
        QString names;
        std::vector<core::Code> skills;
        friend bool operator==(Typed const&, Typed const&) = default;
    };
    Typed typed() const;
    void fill(Typed const& typed);
    /// What stands in the form before anybody types.
    Typed offered() const;
    /// Nothing: what was typed cannot be read.
    std::optional<ShiftWords> words() const;
    bool lacksSkills() const;
    void keepTyped();
    void touch();
    void tell();
    void send();
    static constexpr std::size_t mostKept = 32;

    Console& m_console;
    LabelledField* m_crew;
    LabelledField* m_end;
    LabelledField* m_vehicle;
    LabelledField* m_names;
    QLabel* m_skillsLabel;
    CapabilityTicks* m_skills;
    FlatButton* m_button;
    QLabel* m_told;
    std::shared_ptr<core::Unit const> m_unit;
    std::optional<Shift> m_last;
    Typed m_begun; ///< as it was offered
    std::map<core::UnitId, Typed> m_kept;
};

} // namespace ob::ui
