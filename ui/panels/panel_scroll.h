// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

class QBoxLayout;
class QScrollArea;
class QWidget;

namespace ob::ui {

/// Lays a panel out: its header, and under it `contents` in an area that scrolls. The layout of the area's
/// widget is `contents`; no margins, no frame.
void placeScrolled(QWidget& panel, QWidget& header, QScrollArea& scroll, QBoxLayout& contents);

} // namespace ob::ui
