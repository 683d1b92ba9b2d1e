// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <map>
#include <string>
#include <vector>

namespace ob::app {

/// What happens in the demo city, as resources/demo/traffic.json says, which also says where the rates come
/// from. Words are Chinese, as the agencies type them.
struct TrafficPlan {
    /// One kind of call and what becomes of it.
    struct Kind {
        std::string type; ///< as it is typed
        double share = 1;
        double leastMinutes = 10; ///< at the scene
        double mostMinutes = 30;
        std::string end;                 ///< disposition as it is typed
        std::map<std::string, int> goes; ///< units by agency code
        std::vector<std::string> says;   ///< callers
    };
    /// What one agency is called for.
    struct Calls {
        std::string agency;
        double perHour = 0;           ///< of a million people, mean of the day
        std::array<double, 24> hours; ///< share of each local hour, 1 on average
        std::vector<Kind> kinds;
    };
    /// Who stands at each station of a kind.
    struct Crews {
        std::string agency;
        std::string station; ///< kind of facility
        struct Vehicle {
            std::string kind;   ///< code of the unit kind
            std::string letter; ///< of the callsign
        };
        std::vector<Vehicle> vehicles;
        int people = 2;
    };
    std::vector<Calls> calls;
    std::vector<Crews> crews;
};

/// As it is compiled into the program.
TrafficPlan shippedTrafficPlan();

} // namespace ob::app
