// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/control_stream.h"

#include <QProcess>

#include <memory>

namespace ob::app {

/// A desk that runs as a process of its own, with people at it: what they type, where their vehicles are,
/// what they see.
class DemoDesk {
  public:
    struct Place {
        std::string agency; ///< code
        std::filesystem::path data;
        std::filesystem::path map; ///< for addresses
        std::filesystem::path log; ///< where its standard error goes
    };
    /// Starts `oneboardctl desk run`, which calls those peers; waits until it listens. Throws FileError when
    /// it does not.
    DemoDesk(Place place, QStringList const& peers, std::function<void(QJsonObject const&)> seen);
    /// Asks it to end in order and waits.
    ~DemoDesk();

    std::string const& agency() const { return m_place.agency; }
    QString const& endpoint() const { return m_endpoint; }

    /// What a dispatcher types. The first object of the answer has `done`, or `refusal` and `text`.
    void type(std::string line, ControlStream::Answered answered) {
        m_lines->send(std::move(line), std::move(answered));
    }
    /// Of a vehicle locating system: a JSON object a line.
    void tellPositions(std::string lines) { m_positions->send(std::move(lines)); }
    /// Positions that the desk has not taken yet: no more are told then.
    bool isBehind() const { return m_positions->waiting() > 4; }

    /// Takes what came. False when the desk is gone.
    bool pump();
    std::vector<int> descriptors() const;

  private:
    Place m_place;
    QProcess m_process;
    QString m_endpoint;
    std::unique_ptr<ControlStream> m_lines;
    std::unique_ptr<ControlStream> m_positions;
    std::unique_ptr<ControlStream> m_changes;
};

} // namespace ob::app
