-- Copyright (c) 2026 The mgm authors
--
-- SPDX-License-Identifier: GPL-2.0-only
--
-- Wireshark dissector of the traces that mgm writes as pcapng. Copy it to the folder of personal Lua
-- plugins (Help > About Wireshark > Folders), or type: tshark -X lua_script:mgm.lua -r trace.pcapng

local mgm = Proto("mgm", "Multicast Group Manager")

-- The columns of the trace, in the order of their numbers in a packet: name, type, title.
local COLUMNS = {
    {"seq", "number", "Record"},
    {"t_ns", "number", "Simulated time [ns]"},
    {"cause", "number", "Cause"},
    {"depth", "number", "Depth"},
    {"node", "number", "Node"},
    {"kind", "text", "Kind"},
    {"op", "text", "Operation"},
    {"client", "text", "Client"},
    {"client_name", "text", "Client name"},
    {"if", "number", "Interface"},
    {"nexthop", "text", "Next hop"},
    {"source", "text", "Source"},
    {"group", "text", "Group"},
    {"old", "text", "Old state"},
    {"event", "text", "Event"},
    {"action", "text", "Action"},
    {"new", "text", "New state"},
    {"status", "text", "Status"},
    {"detail", "text", "Detail"},
}

local fields = {}
for _, column in ipairs(COLUMNS) do
    local make = column[2] == "number" and ProtoField.uint64 or ProtoField.string
    fields[column[1]] = make("mgm." .. column[1], column[3])
end
fields.cause_frame =
    ProtoField.framenum("mgm.cause_frame", "Caused by", base.NONE, frametype.REQUEST)
fields.effect_frame =
    ProtoField.framenum("mgm.effect_frame", "Causes", base.NONE, frametype.RESPONSE)

-- What the detail of a message of PIM says: name, how it is written, type, title.
local PIM_DETAILS = {
    {"to", "^to (%S+) ", "text", "Upstream neighbor"},
    {"holdtime", "^to %S+ (%d+)s ", "number", "Holdtime [s]"},
    {"hello_holdtime", "holdtime (%d+)s", "number", "Hello holdtime [s]"},
    {"generation", "generation (%d+)", "number", "Generation ID"},
    {"priority", "priority (%d+)", "number", "DR priority"},
    {"refresh", "state refresh (%d+)s", "number", "State Refresh capable: interval [s]"},
    {"originator", " from (%S+) ", "text", "Originator"},
    {"metric", "%) %a*%s?(%d+/%d+)", "text", "Metric preference and metric"},
    {"metric", " from %S+ (%d+/%d+)", "text", "Metric preference and metric"},
    {"ttl", " ttl (%d+)", "number", "TTL"},
    {"interval", " interval (%d+)s", "number", "State Refresh interval [s]"},
    {"flags", " interval %d+s (.+)", "text", "State Refresh flags"},
}

for _, item in ipairs(PIM_DETAILS) do
    local make = item[3] == "number" and ProtoField.uint32 or ProtoField.string
    local name = "pim_" .. item[1]
    fields[name] = fields[name] or make("mgm.pim." .. item[1], item[4])
end
mgm.fields = fields

local malformed = ProtoExpert.new(
    "mgm.malformed", "Not a trace record", expert.group.MALFORMED, expert.severity.ERROR)
local violation = ProtoExpert.new(
    "mgm.violation", "A client breaks a rule", expert.group.PROTOCOL, expert.severity.WARN)
mgm.experts = {malformed, violation}

-- Frames of the records, and frames that a frame has caused: known when the file has been read once.
local frame_of, effects_of

function mgm.init()
    frame_of = {}
    effects_of = {}
end

-- A number of any size: Lua's own numbers are exact up to 2^53 only.
local function read_number(digits)
    local number = UInt64.new(0)
    for digit in digits:gmatch("%d") do
        number = number * 10 + tonumber(digit)
    end
    return number
end

-- Adds a column to the tree and returns its name, its value and where the next one begins; nil if
-- there is none.
local function read_column(buffer, offset, tree)
    if offset + 3 > buffer:len() then
        return nil
    end
    local column = COLUMNS[buffer(offset, 1):uint()]
    local length = buffer(offset + 1, 2):uint()
    if not column or length == 0 or offset + 3 + length > buffer:len() then
        return nil
    end
    local range = buffer(offset + 3, length)
    local text = range:string(ENC_UTF_8)
    if column[2] == "text" then
        tree:add(fields[column[1]], range, text)
    elseif text:match("^%d+$") then
        tree:add(fields[column[1]], range, read_number(text))
    else
        return nil
    end
    return column[1], text, offset + 3 + length
end

-- Adds the columns of a packet to the tree and returns their values by name; nil if it is none.
local function read_columns(buffer, tree)
    local values = {}
    local offset = 0
    while offset < buffer:len() do
        local name, value, next_offset = read_column(buffer, offset, tree)
        if not name then
            return nil
        end
        values[name] = value
        offset = next_offset
    end
    return values.seq and values.kind and values
end

-- Adds what a message of PIM says in its detail, and in its event.
local function add_pim_details(values, tree)
    if not values.op or not values.op:match("^PIM ") or not values.kind:match("^packet%-") then
        return
    end
    for _, item in ipairs(PIM_DETAILS) do
        local value = (values.detail or ""):match(item[2])
        if value then
            tree:add(fields["pim_" .. item[1]], item[3] == "number" and tonumber(value) or value)
                :set_generated()
        end
    end
end

-- " if 1 (*,239.1.1.1)": what a record is about.
local function describe_subject(values)
    local subject = ""
    if values["if"] then
        subject = subject .. " if " .. values["if"]
    end
    if values.nexthop then
        subject = subject .. "@" .. values.nexthop
    end
    if values.group then
        subject = subject .. " (" .. (values.source or "*") .. "," .. values.group .. ")"
    end
    return subject
end

local function describe_change(values)
    local change = ""
    if values.old or values.new then
        change = ": " .. (values.old or "") .. " -> " .. (values.new or "")
    end
    if values.event then
        change = change .. " [" .. values.event .. "]"
    end
    return change
end

local function describe(values)
    local depth = math.min(tonumber(values.depth or 0), 20)
    local text = string.rep("  ", depth)
    local is_return = values.kind == "return" or values.kind == "callback-return"
    if is_return then
        text = text .. "return of "
    elseif values.kind ~= "call" and values.kind ~= "callback" then
        text = text .. values.kind .. " "
    end
    text = text .. (values.op or "") .. describe_subject(values)
    if not is_return then
        text = text .. describe_change(values)
    end
    if values.status then
        text = text .. " = " .. values.status
    end
    return text .. (values.detail and " (" .. values.detail .. ")" or "")
end

-- The interface of the capture on which a record stands is its node.
local interface_name = Field.new("frame.interface_name")

local function name_node(values)
    local name = interface_name()
    return name and name.display or "node " .. (values.node or "?")
end

-- Who acts, and upon whom; the second is empty if nobody else has to do with it.
local function describe_parties(values)
    local node = name_node(values)
    local client = values.client_name or values.client
    local here = client and node .. " " .. client or node
    if values.kind == "call" or values.kind == "callback-return" then
        return here, node .. " manager"
    elseif values.kind == "callback" or values.kind == "return" then
        return node .. " manager", here
    elseif values.kind == "forward" then
        return node .. " forwarder", ""
    end
    return here, ""
end

local function set_columns(values, pinfo)
    local from, to = describe_parties(values)
    pinfo.cols.src = from
    pinfo.cols.dst = to
    pinfo.cols.info = describe(values)
end

-- Remembers where the record is, and links it with its cause and its effects.
local function link(values, pinfo, tree)
    local cause = frame_of[values.cause]
    if not pinfo.visited then
        frame_of[values.seq] = pinfo.number
        if cause then
            effects_of[cause] = effects_of[cause] or {}
            table.insert(effects_of[cause], pinfo.number)
        end
    end
    if cause then
        tree:add(fields.cause_frame, cause):set_generated()
    end
    for _, effect in ipairs(effects_of[pinfo.number] or {}) do
        tree:add(fields.effect_frame, effect):set_generated()
    end
end

function mgm.dissector(buffer, pinfo, root)
    pinfo.cols.protocol = "MGM"
    local tree = root:add(mgm, buffer())
    local values = read_columns(buffer, tree)
    if not values then
        pinfo.cols.info = "Not a trace record"
        tree:add_proto_expert_info(malformed)
        return
    end
    set_columns(values, pinfo)
    tree:append_text(", " .. describe(values))
    add_pim_details(values, tree)
    link(values, pinfo, tree)
    if values.kind == "violation" then
        tree:add_proto_expert_info(violation)
    end
end

DissectorTable.get("wtap_encap"):add(wtap.USER0, mgm)
