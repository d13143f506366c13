# What the desk itself says.

failed-kept = Something went wrong on our side with that message. It is kept, and a person will look at it. Please go on writing, or use /my to see your cases.
