// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/city/street_net.h"

#include <algorithm>
#include <map>

namespace ob::core {
namespace {

struct Side {
    std::string_view chinese;
    std::string_view english;
};

/// Shorter streets have no parts of their own, and lanes shorter than this no name.
constexpr double partedMetres = 3300;
constexpr double namedMetres = 70;

class Namer {
  public:
    Namer(StreetNet& net, CityPlan const& plan, CityNames& names)
        : m_net(net), m_plan(plan), m_names(names) {}

    std::vector<MapName> run() {
        for (Stroke const& stroke : m_net.strokes) {
            if (stroke.edges.empty()) continue;
            if (stroke.isCut)
                nameCut(stroke);
            else
                nameCourse(stroke, m_plan.courses[stroke.course]);
        }
        return std::move(m_made);
    }

  private:
    StreetNet& m_net;
    CityPlan const& m_plan;
    CityNames& m_names;
    std::vector<MapName> m_made;
    std::map<std::string, std::uint32_t> m_numbers;
    int m_riverRoads = 0;
    int m_country = 0;

    std::uint32_t number(std::string chinese, std::string english, std::string reference = {}) {
        auto const [at, isNew] =
            m_numbers.try_emplace(chinese, static_cast<std::uint32_t>(m_made.size() + 1));
        if (isNew) m_made.push_back({std::move(chinese), {}, std::move(english), std::move(reference)});
        return at->second;
    }

    void nameCut(Stroke const& stroke) {
        if (stroke.metres < namedMetres || m_net.edges[stroke.edges[0]].border == Border::Service) return;
        auto const word = m_names.word();
        Border const border = m_net.edges[stroke.edges[0]].border;
        bool const isLane = border == Border::Lane || stroke.metres < 170;
        bool const isStreetOf = !isLane && (word.chinese.back() & 1) != 0 && stroke.metres < 900;
        std::uint32_t const name = isLane       ? number(word.chinese + "巷", word.latin + " Lane")
                                   : isStreetOf ? number(word.chinese + "街", word.latin + " Street")
                                                : number(word.chinese + "路", word.latin + " Road");
        for (std::uint32_t const edge : stroke.edges)
            m_net.edges[edge].name = name;
    }

    Spot middleOfEdge(std::uint32_t edge) const {
        return (m_net.nodes[m_net.edges[edge].a] + m_net.nodes[m_net.edges[edge].b]) * 0.5 - m_plan.centre;
    }

    /// Which part of a ring it is.
    static Side quarter(Spot at) {
        if (std::abs(at.x) > std::abs(at.y)) return at.x > 0 ? Side{"东", "East "} : Side{"西", "West "};
        return at.y > 0 ? Side{"北", "North "} : Side{"南", "South "};
    }

    void nameCourse(Stroke const& stroke, Course const& course) {
        switch (course.role) {
        case CourseRole::InnerRing:
        case CourseRole::OuterRing: {
            bool const isInner = course.role == CourseRole::InnerRing;
            for (std::uint32_t const edge : stroke.edges) {
                Side const side = quarter(middleOfEdge(edge));
                m_net.edges[edge].name = number(
                    std::string(isInner ? "一环" : "二环") + std::string(side.chinese) + "路",
                    std::string(isInner ? "1st" : "2nd") + " Ring " + std::string(side.english) + "Road");
            }
            return;
        }
        case CourseRole::Expressway: {
            std::uint32_t const name = number("绕城高速", "Ring Expressway", "S90");
            for (std::uint32_t const edge : stroke.edges)
                if (!m_net.edges[edge].isRamp) m_net.edges[edge].name = name;
            return;
        }
        case CourseRole::CoastRoad: return nameAll(stroke, number("环岛公路", "Island Ring Highway", "S101"));
        case CourseRole::Country: {
            auto const word = m_names.word();
            return nameAll(stroke, number(word.chinese + "公路", word.latin + " Highway",
                                          "X" + std::to_string(++m_country)));
        }
        case CourseRole::RiverRoad: {
            constexpr Side kinds[] = {{"滨江", "Binjiang"}, {"沿江", "Yanjiang"}, {"江岛", "Jiangdao"}};
            Side const kind = kinds[std::min(m_riverRoads++, 2)];
            return nameParts(stroke, std::string(kind.chinese), std::string(kind.english));
        }
        case CourseRole::Town: {
            auto const word = m_names.word();
            return nameAll(stroke, number(word.chinese + "街", word.latin + " Street"));
        }
        case CourseRole::Grid: {
            NameWord const word = m_names.greatWord();
            return nameParts(stroke, std::string(word.chinese), latinOf(word.syllables));
        }
        case CourseRole::Village:
        case CourseRole::Rail:
        case CourseRole::Water: return;
        }
    }

    void nameAll(Stroke const& stroke, std::uint32_t name) {
        for (std::uint32_t const edge : stroke.edges)
            m_net.edges[edge].name = name;
    }

    /// A long street is called by the side of the middle that it is on.
    void nameParts(Stroke const& stroke, std::string const& chinese, std::string const& english) {
        SpotBox box;
        for (std::uint32_t const edge : stroke.edges)
            box.add(middleOfEdge(edge));
        bool const isEastWest = box.high.x - box.low.x > box.high.y - box.low.y;
        double const low = isEastWest ? box.low.x : box.low.y;
        double const high = isEastWest ? box.high.x : box.high.y;
        bool const hasParts = stroke.metres > partedMetres && low < -900 && high > 900;
        bool const hasMiddle = hasParts && high - low > 8500;
        std::string_view const end =
            m_net.edges[stroke.edges[0]].border == Border::Primary && stroke.metres > 9000 ? "大道" : "路";
        std::string const generic = end == "路" ? "Road" : "Avenue";
        for (std::uint32_t const edge : stroke.edges) {
            Spot const at = middleOfEdge(edge);
            double const along = isEastWest ? at.x : at.y;
            Side side{};
            if (hasMiddle && std::abs(along) < 1300)
                side = {"中", "Middle "};
            else if (hasParts)
                side = isEastWest ? (along > 0 ? Side{"东", "East "} : Side{"西", "West "})
                                  : (along > 0 ? Side{"北", "North "} : Side{"南", "South "});
            // 人民东路, but 长江大道东段.
            m_net.edges[edge].name =
                end == "路" ? number(chinese + std::string(side.chinese) + "路",
                                     english + " " + std::string(side.english) + generic)
                : side.chinese.empty()
                    ? number(chinese + "大道", english + " Avenue")
                    : number(chinese + "大道" + std::string(side.chinese) + "段",
                             english + " " + generic + " "
                                 + std::string(side.english.substr(0, side.english.size() - 1)));
        }
    }
};

} // namespace

std::vector<MapName> nameStreets(StreetNet& net, CityPlan const& plan, CityNames& names) {
    return Namer(net, plan, names).run();
}

} // namespace ob::core
