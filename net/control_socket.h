// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

namespace ob::net {

/// A file descriptor that is closed with the object.
class Descriptor {
  public:
    explicit Descriptor(int number = -1) : m_number(number) {}
    ~Descriptor();
    Descriptor(Descriptor&& other) noexcept : m_number(other.release()) {}
    Descriptor& operator=(Descriptor&& other) noexcept;

    int number() const { return m_number; }
    bool isOpen() const { return m_number >= 0; }
    int release();

  private:
    int m_number;
};

/// A folder whose socket can be named however long the folder's path is: a socket's path is at most 107
/// bytes, so it goes through the opened folder in /proc.
class SocketFolder {
  public:
    /// `isOpen` tells whether there is such a folder; errno why not.
    explicit SocketFolder(std::filesystem::path const& folder);
    bool isOpen() const { return m_folder.isOpen(); }
    int number() const { return m_folder.number(); }
    std::string pathOf(char const* name) const;

  private:
    Descriptor m_folder;
};

/// A connected stream socket, or none with errno. It does not wait for a server that takes no connections.
Descriptor connectTo(std::string const& path);
/// A listening stream socket, mode 0600, or none with errno.
Descriptor listenAt(std::string const& path);

} // namespace ob::net
