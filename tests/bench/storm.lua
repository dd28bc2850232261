-- One failed login after the other, each from another address. KIND is "unknown" or "known"; MODE "alone" lets no background work start.
local kind = os.getenv("KIND")
local users = tonumber(os.getenv("USERS"))
local count = 0
local thread = 0

function setup(t)
	t:set("id", thread)
	thread = thread + 1
end

function request()
	count = count + 1
	local name = kind == "known" and ("storm-" .. (count % users)) or ("nobody-" .. id .. "-" .. count)
	local address = "10." .. id .. "." .. (math.floor(count / 250) % 250) .. "." .. (count % 250)
	return wrk.format("POST", "/wp-login.php", {
		["Content-Type"] = "application/x-www-form-urlencoded",
		["X-Bench-Count"] = os.getenv("MODE"),
		["X-Bench-Ip"] = address,
	}, "log=" .. name .. "&pwd=wrong&wp-submit=Log+In")
end
