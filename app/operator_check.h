// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/crypto/passphrase_hash.h"
#include "ui/console/operator_port.h"

#include <QObject>
#include <QThread>

#include <chrono>
#include <filesystem>
#include <memory>

namespace ob::app {

/// The operators of a data folder for the console. Everything is done one after the other in a thread of its
/// own, as a passphrase takes 0.1 s (app/sign_in_check). Made and used on the GUI thread.
class OperatorCheck final : public ui::OperatorPort {
  public:
    explicit OperatorCheck(std::filesystem::path dataFolder, core::PassphraseCost cost = core::signInCost);
    /// Ends what is under way; nothing is answered any more.
    ~OperatorCheck() override;

    void list(std::function<void(ui::OperatorRoster)> answer) override;
    void check(std::string name, core::SecretText passphrase,
               std::function<void(ui::SignInAnswer)> answer) override;
    void makeFirst(std::string name, core::SecretText passphrase,
                   std::function<void(ui::FirstOperatorAnswer)> answer) override;
    void remember(std::string name, core::Code position) override;

  private:
    class Worker;
    template<class Answer, class Work>
    void ask(Work work, std::function<void(Answer)> answer);

    QObject m_here; ///< answers are told to it
    QThread m_thread;
    std::unique_ptr<Worker> m_worker; ///< lives in the thread
};

} // namespace ob::app
