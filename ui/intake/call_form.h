// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/intake/call_choices.h"
#include "ui/intake/call_reading.h"
#include "ui/theme.h"

#include <QWidget>

#include <memory>

namespace ob::ui {

struct CallFields;

/// The fields of one call in the order of speech. Holds what was typed; what it means is read by others.
class CallForm : public QWidget {
    Q_OBJECT
  public:
    /// Lists of candidates are painted over `ground`, which holds this form.
    CallForm(Console& console, QWidget* ground, QWidget* parent = nullptr);
    ~CallForm() override;

    CallDraft const& call() const { return m_call; }
    void show(CallDraft call);
    /// Beside the fields; what is missing only when `saysMissing`.
    void show(CallReading const& reading, bool saysMissing);
    void focusOn(IntakeField field);
    /// While an answer is awaited nothing may be changed.
    void lock(bool isLocked);

    void choose(core::Priority priority);
    void join(core::IncidentId incident);
    void tick(QString const& line, bool isTicked);
    /// From the map.
    void fixPlace(core::GeoPoint point);
    void keepPlace();
    void dropPlace();
    void awaitMap(bool isWaiting);
    void retranslate();
    void use(Theme theme);
    /// True when there was a list to close.
    bool closeLists();

  Q_SIGNALS:
    void edited();
    void mapWanted();

  private:
    void wire();
    void takeUp();
    void restate();
    void typePlace();
    void settleType();
    void settlePlace();
    void takeType(std::size_t index);
    void takePlace(std::size_t index);
    void takeUnit(std::size_t index);

    Console& m_console;
    CallDraft m_call;
    bool m_isShowing = false; ///< what changes now was not typed
    std::unique_ptr<CallFields> m_fields;
    // what was suggested last
    std::vector<TypeChoice> m_types;
    std::vector<PlaceChoice> m_places;
    std::vector<UnitChoice> m_units;
};

} // namespace ob::ui
