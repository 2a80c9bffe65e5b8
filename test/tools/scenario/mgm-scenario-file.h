/*
 * Copyright (c) 2026 The mgm authors
 *
 * SPDX-License-Identifier: GPL-2.0-only
 */

#ifndef MGM_SCENARIO_FILE_H
#define MGM_SCENARIO_FILE_H

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

namespace ns3
{
namespace mgm
{

/**
 * @ingroup tests
 * @brief A directory of a test's own, which is removed with all files in it.
 */
class TemporaryDirectory
{
  public:
    TemporaryDirectory()
    {
        std::string name = (std::filesystem::temp_directory_path() / "mgm-XXXXXX").string();
        m_path = mkdtemp(name.data());
    }

    ~TemporaryDirectory()
    {
        std::filesystem::remove_all(m_path);
    }

    TemporaryDirectory(const TemporaryDirectory&) = delete;
    TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;

    /**
     * @param name name of a file
     * @return its path
     */
    std::string operator/(const std::string& name) const
    {
        return (m_path / name).string();
    }

  private:
    std::filesystem::path m_path; ///< its path
};

/**
 * @param name name of a scenario that comes with mgm
 * @return its path
 */
inline std::string
ShippedScenario(const std::string& name)
{
    return std::string(MGM_SOURCE_DIR "/examples/scenarios/") + name + ".json";
}

/**
 * @param path path of a file
 * @return what is in it
 */
inline std::string
ReadWholeFile(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/**
 * @brief Writes a value as a scenario file.
 * @param path path of the file
 * @param scenario the value
 * @return the path
 */
inline std::string
WriteScenario(const std::string& path, const nlohmann::ordered_json& scenario)
{
    std::ofstream(path) << scenario.dump(2);
    return path;
}

} // namespace mgm
} // namespace ns3

#endif // MGM_SCENARIO_FILE_H
