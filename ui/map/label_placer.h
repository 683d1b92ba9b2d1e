// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/map/label_scene.h"
#include "ui/map/symbol_library.h"
#include "ui/map/text_sprite.h"

#include <deque>
#include <map>
#include <string>

namespace ob::ui {

/// Chooses which names are written where: important ones first, none over another. Keeps pictures of texts
/// from one scene to the next; what it returns does not depend on that. One thread at a time.
class LabelPlacer {
  public:
    LabelScene place(LabelJob const& job);

  private:
    struct Names {
        DecodedTile tile;
        Language language = Language::English;
        std::vector<LabelCandidate> candidates;
    };
    static constexpr std::size_t spriteLimit = 4000;
    static constexpr std::size_t nameLimit = 128;

    std::map<core::TileId, Names> m_names;
    std::map<QString, std::shared_ptr<Sprite const>> m_sprites;
    std::map<QString, double> m_widths;
    SymbolLibrary m_symbols;

    std::vector<LabelCandidate> const& namesOf(core::TileId id, DecodedTile const& tile, Language language);
    std::shared_ptr<Sprite const> spriteOf(QString const& text, TextStyle const& style, double pixelRatio);
    std::shared_ptr<Sprite const> plateOf(QString const& text, TextStyle const& style, double pixelRatio);
    double widthOf(QString const& text, TextStyle const& style);

    friend class LabelRound;
};

} // namespace ob::ui
